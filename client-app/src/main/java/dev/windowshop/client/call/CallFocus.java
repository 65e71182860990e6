package dev.windowshop.client.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Where the keyboard goes when a change of the call takes away what had it: to where one writes in
/// the call's conversation, else to the window itself. Left alone, it would go to whatever input
/// comes next, and what is typed with it. On the FX thread.
final class CallFocus {
  private final List<Parent> parts = new ArrayList<>();
  private Predicate<String> toConversation = _ -> false;

  /// @param parts what the call has in the window
  CallFocus(Parent... parts) {
    this.parts.addAll(List.of(parts));
  }

  /// Another part, made later.
  void add(Parent part) {
    parts.add(part);
  }

  /// @param next focuses where one writes in a conversation; false when it is not shown
  void setConversation(Predicate<String> next) {
    toConversation = next;
  }

  /// @param conversationId where the call is; null for nowhere that one can write
  void during(@Nullable String conversationId, Runnable change) {
    Node before = focused();
    Scene scene = before == null ? null : before.getScene();
    change.run();
    if (before == null || scene == null || isShown(before, scene) || isElsewhere(before, scene)) {
      return;
    }
    if (conversationId == null || !toConversation.test(conversationId)) {
      scene.getRoot().requestFocus();
    }
  }

  /// Whether the change itself has seen to it.
  private static boolean isElsewhere(Node before, Scene scene) {
    Node now = scene.getFocusOwner();
    return now != null && now != before && isShown(now, scene);
  }

  private @Nullable Node focused() {
    for (Parent part : parts) {
      Node found = focusedIn(part);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Node focusedIn(Parent part) {
    Scene scene = part.getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    for (Node at = owner; at != null; at = at.getParent()) {
      if (at == part) {
        return owner;
      }
    }
    return null;
  }

  private static boolean isShown(Node node, Scene scene) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() == scene;
  }
}
