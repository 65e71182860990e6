package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Pictures;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Somebody's picture with a dot while they are there.
final class Portrait extends StackPane {
  private final Avatar avatar;
  private final Region dot = new Region();

  Portrait(Pictures pictures, double size) {
    avatar = new Avatar(pictures, size);
    dot.getStyleClass().add("presence-dot");
    dot.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAlignment(dot, Pos.BOTTOM_RIGHT);
    setMinSize(size, size);
    setMaxSize(size, size);
    getChildren().addAll(avatar, dot);
    show("", null, false);
  }

  void show(String name, @Nullable String url, boolean online) {
    avatar.show(name, url);
    dot.setVisible(online);
  }
}
