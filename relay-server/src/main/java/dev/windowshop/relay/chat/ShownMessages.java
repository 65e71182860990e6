package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ServerEvent;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/// Has conversations show messages anew whose cards have changed. Any thread that may block.
final class ShownMessages {
  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final MessageReader reader;

  ShownMessages(
      ChatWrites writes,
      ConversationRepository conversations,
      MessageRepository messages,
      MessageReader reader) {
    this.writes = writes;
    this.conversations = conversations;
    this.messages = messages;
    this.reader = reader;
  }

  /// @param condition tried in the same unit of work; nothing happens where it is false
  void changed(String messageId, Predicate<Handle> condition) {
    writes.run(handle -> {
      MessageRow row = messages.find(handle, messageId).orElse(null);
      if (!condition.test(handle) || row == null || row.deletedAt() != null) {
        return Outcome.quiet(false);
      }
      long change = conversations.advance(handle, row.conversationId()).change();
      messages.touch(handle, messageId, change);
      Message now = reader.read(handle, messages.find(handle, messageId).orElseThrow());
      return new Outcome<>(
          true,
          List.of(
              new Effect.ToConversation(
                  now.conversationId(), new ServerEvent.MessageChanged(now))));
    });
  }
}
