package dev.windowshop.client.shell;

import javafx.scene.Node;

/// A screen of the middle pane. A page that was left may be shown again later, as it was.
public interface Page {
  Node node();

  /// The destination gave way to another, for example because a filter was set: true when this page
  /// shows that one too, as it is or after a change.
  default boolean follow(Destination next) {
    return false;
  }

  /// The page came into view.
  default void activate() {}

  /// The page went out of view: end here whatever costs while nobody looks.
  default void deactivate() {}
}
