package dev.windowshop.client.chat;

import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.preview.LinkPreviews;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Poll;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.User;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What the screens see of conversations. Nothing here blocks.
public interface Chats {
  /// The signed-in user's id, or null.
  @Nullable String ownId();

  /// By newest activity.
  Live<List<Conversation>> conversations();

  /// Who is there, by user id; absent where it is not known.
  Live<Map<String, PresenceStatus>> presence();

  /// The names of those who are writing, by conversation.
  Live<Map<String, List<String>>> typing();

  Live<ConnectionState> connection();

  /// Keeps a conversation's end in sight until it is closed.
  OpenConversation open(String conversationId);

  /// Completes once the message is safe on this machine, whether the relay is there or not.
  ///
  /// @return fails with what is wrong with a file
  CompletableFuture<Void> send(String conversationId, Draft draft);

  /// Words alone.
  default CompletableFuture<Void> send(String conversationId, String text) {
    return send(conversationId, Draft.of(text));
  }

  /// Asks everybody in a conversation; as [#send(String, Draft)].
  ///
  /// @param poll without votes
  CompletableFuture<Void> ask(String conversationId, Poll poll);

  /// Sends a refused message again.
  void retry(String clientId);

  /// Gives up a message that was not sent.
  void discard(String clientId);

  MessageActions actions();

  /// What goes out at a time of its own.
  Later later();

  Personals personals();

  ReceivedFiles files();

  Groups groups();

  MessageSearch search();

  /// What is said of the links that one writes.
  default LinkPreviews previews() {
    return LinkPreviews.NONE;
  }

  /// Everything that is here was seen.
  void markRead(String conversationId);

  /// The user is writing; said to the others, and taken back by itself after a pause.
  void typed(String conversationId);

  /// Opens the conversation with a product's seller.
  CompletableFuture<String> askSeller(String productId);

  CompletableFuture<String> openDirect(String userId);

  /// People by the beginning of their user name, or by email.
  CompletableFuture<List<User>> findPeople(String text);
}
