package dev.windowshop.client.chat;

import dev.windowshop.protocol.Changes;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Puts what the relay says into the stores, each time in the caller's transaction. Whatever is
/// applied twice stays the same.
final class Inbox {
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final Outbox outbox;

  Inbox(ConversationStore conversations, MessageStore messages, Outbox outbox) {
    this.conversations = conversations;
    this.messages = messages;
    this.outbox = outbox;
  }

  /// A message as it is now.
  KeptConversation message(
      Connection connection, KeptConversation kept, Message message, String ownId)
      throws SQLException {
    boolean own = message.sender().id().equals(ownId);
    if (own) {
      outbox.remove(connection, message.clientId());
    }
    Message before = messages.find(connection, message.id());
    KeptConversation now = kept;
    if (now.fromSeq() == null && message.seq() > now.conversation().seq()) {
      now = now.from(message.seq(), message.seq() == 1);
    }
    if (now.covers(message.seq())) {
      messages.put(connection, message);
    }
    Message last = now.conversation().lastMessage();
    if (message.seq() > now.conversation().seq()) {
      now = forwarded(now, message.sender().id(), message.seq(), message.seq());
      int more = MessageStore.counts(message, ownId) ? 1 : 0;
      return own
          ? now.withLast(message, 0, message.seq())
          : now.withLast(message, now.unread() + more, now.readSeq());
    }
    boolean wasUnread =
        before != null
            && message.seq() > now.readSeq()
            && MessageStore.counts(before, ownId)
            && !MessageStore.counts(message, ownId);
    if (wasUnread) {
      now = now.withRead(now.readSeq(), Math.max(0, now.unread() - 1));
    }
    return last != null && last.id().equals(message.id())
        ? now.withLast(message, now.unread(), now.readSeq())
        : now;
  }

  /// A page of history that joins the unbroken end, or begins one.
  KeptConversation history(
      Connection connection, KeptConversation kept, Message.History page, int asked)
      throws SQLException {
    for (Message message : page.items()) {
      messages.put(connection, message);
    }
    boolean complete = page.nextCursor() == null || page.items().size() < asked;
    Long from = kept.fromSeq();
    for (Message message : page.items()) {
      from = from == null ? message.seq() : Math.min(from, message.seq());
    }
    return kept.from(from == null ? Long.valueOf(1) : from, complete);
  }

  KeptConversation participant(KeptConversation kept, Participant participant) {
    List<Participant> all = new ArrayList<>();
    boolean found = false;
    for (Participant present : kept.conversation().participants()) {
      boolean same = present.user().id().equals(participant.user().id());
      found |= same;
      all.add(same ? participant : present);
    }
    if (!found) {
      all.add(participant);
    }
    return kept.withParticipants(all);
  }

  KeptConversation left(KeptConversation kept, String userId) {
    return kept.withParticipants(
        kept.conversation().participants().stream()
            .filter(participant -> !participant.user().id().equals(userId))
            .toList());
  }

  KeptConversation marked(
      Connection connection,
      KeptConversation kept,
      String userId,
      long delivered,
      long read,
      String ownId)
      throws SQLException {
    KeptConversation now = forwarded(kept, userId, delivered, read);
    return userId.equals(ownId) ? read(connection, now, read, ownId) : now;
  }

  /// Moves somebody's marks forward. Who writes has read what was there.
  private static KeptConversation forwarded(
      KeptConversation kept, String userId, long delivered, long read) {
    List<Participant> all =
        kept.conversation().participants().stream()
            .map(participant ->
                participant.user().id().equals(userId)
                    ? new Participant(
                        participant.user(),
                        participant.role(),
                        participant.joinedAt(),
                        Math.max(participant.deliveredSeq(), delivered),
                        Math.max(participant.readSeq(), read))
                    : participant)
            .toList();
    return kept.withParticipants(all);
  }

  /// Read up to a place, here or on another device; never backwards.
  KeptConversation read(Connection connection, KeptConversation kept, long seq, String ownId)
      throws SQLException {
    if (seq <= kept.readSeq()) {
      return kept;
    }
    int unread =
        seq >= kept.conversation().seq() ? 0 : messages.unread(connection, kept.id(), seq, ownId);
    return kept.withRead(seq, unread);
  }

  KeptConversation change(
      Connection connection, KeptConversation kept, Changes.Item item, String ownId)
      throws SQLException {
    return switch (item.kind()) {
      case MESSAGE -> message(connection, kept, Json.decode(item.value(), Message.class), ownId);
      case PARTICIPANT -> {
        Participant participant = Json.decode(item.value(), Participant.class);
        KeptConversation now = participant(kept, participant);
        yield participant.user().id().equals(ownId)
            ? read(connection, now, participant.readSeq(), ownId)
            : now;
      }
      case CONVERSATION -> kept.described(Json.decode(item.value(), Conversation.class));
      case UNKNOWN -> kept;
    };
  }

  /// An event that comes next. Those that need more than they carry are left to a look at the
  /// changes.
  KeptConversation event(
      Connection connection, KeptConversation kept, ServerEvent.InConversation event, String ownId)
      throws SQLException {
    return switch (event) {
      case ServerEvent.NewMessage news -> message(connection, kept, news.message(), ownId);
      case ServerEvent.MessageChanged news -> message(connection, kept, news.message(), ownId);
      case ServerEvent.ConversationChanged news -> kept.described(news.conversation());
      case ServerEvent.MessagesRead news ->
          marked(connection, kept, news.userId(), news.seq(), news.seq(), ownId);
      case ServerEvent.MessagesDelivered news ->
          marked(connection, kept, news.userId(), news.seq(), 0, ownId);
      case ServerEvent.UserLeftGroup news -> left(kept, news.userId());
      case ServerEvent.ConversationAdded news -> kept.described(news.conversation());
      case ServerEvent.UserJoinedGroup news -> kept;
    };
  }

  void personal(Connection connection, Sync.PersonalItem item, String ownId) throws SQLException {
    String id = item.conversationId();
    KeptConversation kept = id == null ? null : conversations.find(connection, id);
    if (kept != null && item.kind().equals("read")) {
      conversations.put(
          connection, read(connection, kept, item.value().path("seq").asLong(), ownId));
    }
    String known = conversations.state(connection, ConversationStore.PERSONAL);
    if (known == null || Long.parseLong(known) < item.change()) {
      conversations.state(connection, ConversationStore.PERSONAL, Long.toString(item.change()));
    }
  }
}
