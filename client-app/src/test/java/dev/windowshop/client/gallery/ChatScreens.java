package dev.windowshop.client.gallery;

import dev.windowshop.client.chat.ChatGallery;
import dev.windowshop.client.shell.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;

/// The screens of conversations.
final class ChatScreens {
  private ChatScreens() {}

  static List<GalleryMain.Screen> all() {
    List<GalleryMain.Screen> screens = new ArrayList<>();
    add(screens, "chat-list", window -> window.shell.dock().openList());
    add(screens, "chat-group", window -> window.shell.dock().openConversation(ChatGallery.GROUP));
    add(screens, "chat-album", window -> window.shell.dock().openConversation(ChatGallery.DIRECT));
    add(screens, "chat-left", window -> window.shell.dock().openConversation(ChatGallery.LEFT));
    add(screens, "chat-listing", window -> window.shell.dock().openConversation("chat"));
    add(
        screens,
        "chat-guest",
        window -> {
          window.chats.guest();
          window.shell.dock().openList();
        });
    add(
        screens,
        "chat-viewer",
        window -> {
          window.shell.dock().openConversation(ChatGallery.DIRECT);
          later(() -> fire(window, ".picture-button", null));
        });
    add(
        screens,
        "chat-emoji",
        window -> {
          window.shell.dock().openConversation(ChatGallery.GROUP);
          later(() -> fire(window, ".icon-button", "Emoji"));
        });
    add(
        screens,
        "chat-invited",
        window -> {
          window.chats.more();
          window.shell.dock().openList();
        });
    add(
        screens,
        "chat-group-page",
        window -> {
          window.chats.more();
          window.shell.dock().openConversation(ChatGallery.GROUP);
          window.chats.dock().showGroup(ChatGallery.GROUP);
        });
    add(
        screens,
        "chat-search",
        window -> {
          window.chats.more();
          window.shell.dock().openList();
          window.chats.dock().showSearch();
          later(() ->
              window.shell.root().lookupAll(".find-bar .text-field").stream()
                  .findFirst()
                  .ifPresent(field -> ((javafx.scene.control.TextField) field).setText("park")));
        });
    add(
        screens,
        "chat-new-group",
        window -> {
          window.shell.dock().openList();
          fire(window, ".icon-button", "New group");
        });
    return screens;
  }

  private static void add(
      List<GalleryMain.Screen> screens, String name, Consumer<GalleryWindow> then) {
    screens.add(
        new GalleryMain.Screen(
            name,
            true,
            new Destination.Home(),
            window -> {
              window.accounts.signIn("maya", "walking");
              then.accept(window);
            }));
  }

  static void later(Runnable run) {
    javafx.animation.PauseTransition pause =
        new javafx.animation.PauseTransition(javafx.util.Duration.millis(300));
    pause.setOnFinished(_ -> run.run());
    pause.play();
  }

  static void fire(
      GalleryWindow window, String style, @org.jspecify.annotations.Nullable String words) {
    for (Node node : window.shell.root().lookupAll(style)) {
      if (node instanceof ButtonBase button
          && (words == null
              || words.equals(button.getAccessibleText())
              || words.equals(button.getText()))) {
        button.fire();
        return;
      }
    }
  }
}
