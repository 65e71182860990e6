package dev.windowshop.client.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;

/// The pane on the right, beside the store in a wide window and over its edge in a narrow one.
public interface Dock {
  /// All conversations.
  void openList();

  void openConversation(String conversationId);

  void close();

  /// Whether it is to be seen.
  ReadOnlyBooleanProperty open();
}
