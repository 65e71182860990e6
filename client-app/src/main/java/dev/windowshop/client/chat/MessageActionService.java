package dev.windowshop.client.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.client.cache.Rows;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayThread;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Participant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes down what is done to messages; [ActionSender] tells the relay. Any thread.
final class MessageActionService implements MessageActions, AutoCloseable {
  private final ChatStores stores;
  private final RelayClient relay;
  private final Shelf shelf;
  private final RelayThread thread;
  private final Workers workers;
  private final Inbox inbox;
  private final Supplier<@Nullable String> ownId;
  private final BiFunction<String, Message.Send, CompletableFuture<Void>> send;
  private final ActionSender sender;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  MessageActionService(
      ChatStores stores,
      RelayClient relay,
      Shelf shelf,
      RelayThread thread,
      Workers workers,
      Inbox inbox,
      BooleanSupplier online,
      Supplier<@Nullable String> ownId,
      BiFunction<String, Message.Send, CompletableFuture<Void>> send) {
    this.stores = stores;
    this.relay = relay;
    this.shelf = shelf;
    this.thread = thread;
    this.workers = workers;
    this.inbox = inbox;
    this.ownId = ownId;
    this.send = send;
    this.sender =
        new ActionSender(
            stores.database(),
            relay,
            stores.actions(),
            online,
            ownId,
            new ActionSender.Outcome() {
              @Override
              public void done(MessageAction action, @Nullable Message message) {
                thread
                    .ask(() -> {
                      taken(action, message);
                      return true;
                    })
                    .join();
              }

              @Override
              public void refused(MessageAction action, String why) {
                MessageActionService.this.refused(action, why);
              }
            });
  }

  void wake() {
    sender.wake();
  }

  @Override
  public void edit(String conversationId, String messageId, String text) {
    add(conversationId, messageId, MessageAction.Kind.EDIT, text);
  }

  @Override
  public void delete(String conversationId, String messageId) {
    add(conversationId, messageId, MessageAction.Kind.DELETE, "");
  }

  @Override
  public void hide(String conversationId, String messageId) {
    add(conversationId, messageId, MessageAction.Kind.HIDE, "");
  }

  @Override
  public void react(String conversationId, String messageId, String emoji, boolean on) {
    add(
        conversationId,
        messageId,
        on ? MessageAction.Kind.REACT : MessageAction.Kind.UNREACT,
        emoji);
  }

  @Override
  public void pin(String conversationId, String messageId, boolean on) {
    add(conversationId, messageId, on ? MessageAction.Kind.PIN : MessageAction.Kind.UNPIN, "");
  }

  @Override
  public void vote(String conversationId, String messageId, List<Integer> options) {
    String value = options.stream().map(String::valueOf).collect(Collectors.joining(","));
    add(conversationId, messageId, MessageAction.Kind.VOTE, value);
  }

  @Override
  public void close(String conversationId, String messageId) {
    add(conversationId, messageId, MessageAction.Kind.CLOSE, "");
  }

  private void add(String conversationId, String messageId, MessageAction.Kind kind, String value) {
    thread.run(() -> {
      String userId = ownId.get();
      if (userId == null) {
        return;
      }
      stores
          .database()
          .execute(connection ->
              stores
                  .actions()
                  .add(
                      connection,
                      userId,
                      new MessageAction(0, conversationId, messageId, kind, value)))
          .join();
      shelf.changed(conversationId);
      sender.wake();
    });
  }

  /// What was done stays shown until the relay's own word of it is here.
  private void taken(MessageAction action, @Nullable Message message) {
    if (action.kind() == MessageAction.Kind.PIN || action.kind() == MessageAction.Kind.UNPIN) {
      pinned(action);
      return;
    }
    String userId = ownId.get();
    Message now = message;
    if (now == null && action.kind() != MessageAction.Kind.HIDE) {
      now = relay.get("/messages/" + action.messageId(), Message.class);
    }
    Message known = now;
    stores
        .database()
        .execute(connection -> {
          stores.actions().remove(connection, action.ordinal());
          KeptConversation kept = stores.conversations().find(connection, action.conversationId());
          if (kept == null || userId == null) {
            return;
          }
          if (known != null) {
            stores.conversations().put(connection, inbox.message(connection, kept, known, userId));
          } else {
            inbox.hidden(connection, kept, action.messageId(), userId);
          }
        })
        .join();
    shelf.changed(action.conversationId());
  }

  private void pinned(MessageAction action) {
    Conversation now = relay.get("/conversations/" + action.conversationId(), Conversation.class);
    stores
        .database()
        .execute(connection -> {
          stores.actions().remove(connection, action.ordinal());
          KeptConversation kept = stores.conversations().find(connection, action.conversationId());
          if (kept != null) {
            stores.conversations().put(connection, kept.withPins(now.pins()));
          }
        })
        .join();
    shelf.changed(action.conversationId());
  }

  private void refused(MessageAction action, String why) {
    stores
        .database()
        .execute(connection -> stores.actions().remove(connection, action.ordinal()))
        .join();
    thread.run(() -> shelf.changed(action.conversationId()));
    listeners.forEach(listener -> listener.accept(why));
  }

  @Override
  public CompletableFuture<Void> forward(Message message, Collection<String> conversationIds) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (String id : conversationIds) {
      all.add(send.apply(id, copy(message, id)));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  private static Message.Send copy(Message message, String conversationId) {
    List<String> attachments = message.attachments().stream().map(Attachment::id).toList();
    return new Message.Send(
        conversationId,
        Ids.newId(),
        message.type(),
        message.content(),
        null,
        attachments.isEmpty() ? null : attachments,
        metadata(message));
  }

  /// What a client may say of a message; the relay adds its own part again.
  private static ObjectNode metadata(Message message) {
    ObjectNode metadata = Json.mapper().createObjectNode().put("forwarded", true);
    JsonNode there = message.metadata();
    if (there != null) {
      for (String field :
          List.of(
              "waveform",
              "preview",
              "productId",
              "variantId",
              "orderId",
              "question",
              "options",
              "multiple")) {
        if (there.hasNonNull(field)) {
          metadata.set(field, there.get(field));
        }
      }
    }
    return metadata;
  }

  @Override
  public CompletableFuture<List<Message.Edited>> edits(String messageId) {
    return CompletableFuture.supplyAsync(
        () ->
            relay
                .get(
                    "/messages/" + messageId + "/edits?limit=100",
                    new com.fasterxml.jackson.core.type.TypeReference<Page<Message.Edited>>() {})
                .items(),
        workers.io());
  }

  private record Seen(String userId, String kind, long at) {}

  @Override
  public CompletableFuture<List<Reader>> readers(String conversationId, long seq) {
    return thread.ask(() -> {
      KeptConversation kept = stores.find(conversationId);
      if (kept == null) {
        return List.of();
      }
      List<Seen> seen =
          stores
              .database()
              .read(connection ->
                  Rows.query(
                      connection,
                      """
                      SELECT user_id, kind, MIN(at) FROM receipt
                      WHERE conversation_id = ? AND seq >= ? GROUP BY user_id, kind\
                      """,
                      row -> new Seen(row.getString(1), row.getString(2), row.getLong(3)),
                      conversationId,
                      seq));
      Map<String, Instant> at = new HashMap<>();
      seen.forEach(one -> at.put(one.kind() + one.userId(), Instant.ofEpochMilli(one.at())));
      return kept.conversation().participants().stream()
          .filter(participant -> !participant.user().id().equals(ownId.get()))
          .map(participant -> reader(participant, seq, at))
          .toList();
    });
  }

  private static Reader reader(Participant participant, long seq, Map<String, Instant> at) {
    String id = participant.user().id();
    Instant read = at.get("read" + id);
    Instant delivered = at.get("delivered" + id);
    boolean isRead = participant.readSeq() >= seq;
    return new Reader(
        participant.user(),
        isRead || participant.deliveredSeq() >= seq,
        isRead,
        delivered == null ? read : delivered,
        isRead ? read : null);
  }

  @Override
  public Subscription onRefused(Consumer<String> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    sender.close();
  }
}
