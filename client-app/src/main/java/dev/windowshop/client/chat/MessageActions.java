package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Message;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// What can be done to messages. Kept here until the relay has been told; nothing blocks.
public interface MessageActions {
  void edit(String conversationId, String messageId, String text);

  /// For everybody.
  void delete(String conversationId, String messageId);

  /// For oneself alone.
  void hide(String conversationId, String messageId);

  void react(String conversationId, String messageId, String emoji, boolean on);

  /// In the conversation, for everybody.
  void pin(String conversationId, String messageId, boolean on);

  /// Chooses in a poll, in place of what one chose before.
  ///
  /// @param options the places of all that one chooses
  void vote(String conversationId, String messageId, List<Integer> options);

  /// Ends a poll.
  void close(String conversationId, String messageId);

  /// Sends the same to other conversations.
  CompletableFuture<Void> forward(Message message, Collection<String> conversationIds);

  /// What it said before, oldest first.
  CompletableFuture<List<Message.Edited>> edits(String messageId);

  /// Who has received and read one's own message, and since when as far as it was seen from here.
  CompletableFuture<List<Reader>> readers(String conversationId, long seq);

  /// Hears in words of what the relay refused; it has been taken back.
  Subscription onRefused(Consumer<String> listener);
}
