package dev.windowshop.client.chat;

import dev.windowshop.protocol.Message;
import org.jspecify.annotations.Nullable;

/// A message that is not any more what it was.
///
/// @param now null when it is gone
public record Rewritten(String conversationId, String messageId, @Nullable Message now) {
  static Rewritten of(Message message) {
    return new Rewritten(
        message.conversationId(), message.id(), message.deletedAt() == null ? message : null);
  }
}
