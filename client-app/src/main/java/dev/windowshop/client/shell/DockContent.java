package dev.windowshop.client.shell;

import javafx.scene.Node;

/// What the dock holds: the conversations. The dock draws no header of its own; the content has one
/// and closes the dock through [Dock#close()].
public interface DockContent {
  Node node();

  void showList();

  void showConversation(String conversationId);

  /// The dock came into view.
  default void activate() {}

  /// The dock went out of view.
  default void deactivate() {}
}
