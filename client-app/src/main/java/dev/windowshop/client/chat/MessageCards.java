package dev.windowshop.client.chat;

import dev.windowshop.protocol.Message;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What a message shows besides its words, where it is of a sort that conversations themselves know
/// nothing of: a product, an order, an offer.
public interface MessageCards {
  /// None.
  MessageCards NONE = (message, own) -> null;

  /// @param own whether the reader sent it
  /// @return null for a message that has no card
  @Nullable Node of(Message message, boolean own);

  /// What else can be done there, beside the paperclip.
  ///
  /// @param write puts words where one writes
  default List<Node> tools(String conversationId, Consumer<String> write) {
    return List.of();
  }
}
