package dev.windowshop.client.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Where the keyboard is among the lines. A line is drawn anew whenever something in it changes,
/// and takes its buttons with it: whoever used one finds the one in its place. On the FX thread.
final class LineFocus {
  /// @param owner what has the keyboard
  /// @param key of its line
  /// @param path which child of which, from the line's node down to it
  record Spot(Node owner, String key, Deque<Integer> path) {
    /// Whether the line was drawn anew since.
    boolean lost() {
      return owner.getScene() == null;
    }
  }

  private static final Object LINE = new Object();

  private LineFocus() {}

  /// Says which line a node shows.
  static Node mark(Node node, Line line) {
    node.getProperties().put(LINE, line.key());
    return node;
  }

  /// Where in which line a node is; empty when it is in none.
  static Optional<Spot> of(@Nullable Node owner) {
    if (owner == null) {
      return Optional.empty();
    }
    Deque<Integer> path = new ArrayDeque<>();
    for (Node at = owner; at != null; at = at.getParent()) {
      if (at.hasProperties() && at.getProperties().get(LINE) instanceof String key) {
        return Optional.of(new Spot(owner, key, path));
      }
      if (at.getParent() != null) {
        path.push(at.getParent().getChildrenUnmodifiable().indexOf(at));
      }
    }
    return Optional.empty();
  }

  /// Gives the keyboard to what is in its place.
  ///
  /// @param line its line as it is now
  /// @return false when nothing of the kind is there any more
  static boolean restore(Spot spot, Node line) {
    Node at = line;
    for (int index : spot.path()) {
      if (!(at instanceof Parent parent) || index >= parent.getChildrenUnmodifiable().size()) {
        return false;
      }
      at = parent.getChildrenUnmodifiable().get(index);
    }
    if (at.getClass() != spot.owner().getClass() || !at.isFocusTraversable()) {
      return false;
    }
    at.requestFocus();
    return true;
  }
}
