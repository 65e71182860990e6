package dev.windowshop.client.chat;

import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Changes;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.Personal;
import dev.windowshop.protocol.ScheduledMessage;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Puts what the relay says into the stores, each time in the caller's transaction. Whatever is
/// applied twice stays the same.
final class Inbox {
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final Outbox outbox;
  private final ChatStores stores;
  private final PersonalStore personal;

  Inbox(ChatStores stores) {
    this.conversations = stores.conversations();
    this.messages = stores.messages();
    this.outbox = stores.outbox();
    this.stores = stores;
    this.personal = stores.personal();
  }

  /// Its reader left, or was removed: what they had stays, and nothing more comes.
  void leftByReader(Connection connection, String id) throws SQLException {
    KeptConversation kept = conversations.find(connection, id);
    String owner = conversations.state(connection, ConversationStore.OWNER);
    if (kept != null && owner != null) {
      conversations.put(connection, kept.leftBy(owner));
    }
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
    // One that is pinned is kept wherever it is.
    if (now.covers(message.seq()) || before != null) {
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
    if (!userId.equals(ownId)) {
      seen(
          connection,
          kept.id(),
          userId,
          read > 0 ? "read" : "delivered",
          Math.max(delivered, read));
    }
    KeptConversation now = forwarded(kept, userId, delivered, read);
    return userId.equals(ownId) ? read(connection, now, read, ownId) : now;
  }

  /// The relay keeps how far they are, not since when: that is kept here, as it is heard of.
  private static void seen(
      Connection connection, String conversationId, String userId, String kind, long seq)
      throws SQLException {
    Rows.update(
        connection,
        """
        INSERT INTO receipt (conversation_id, user_id, kind, seq, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING\
        """,
        conversationId,
        userId,
        kind,
        seq,
        System.currentTimeMillis());
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
    if (item.kind().equals("scheduled")) {
      later(connection, Json.decode(item.value(), ScheduledMessage.class));
    } else if (kept != null) {
      ofConversation(connection, kept, item, ownId);
    }
    String known = conversations.state(connection, ConversationStore.PERSONAL);
    if (known == null || Long.parseLong(known) < item.change()) {
      conversations.state(connection, ConversationStore.PERSONAL, Long.toString(item.change()));
    }
  }

  /// Whether its conversation is here or not. What was just told of it needs no telling.
  private void later(Connection connection, ScheduledMessage message) throws SQLException {
    stores.later().put(connection, message);
    Pending waiting = outbox.find(connection, message.clientId());
    if (waiting != null
        && message.sendAt().equals(waiting.sendAt())
        && Objects.equals(message.content(), waiting.send().content())) {
      outbox.remove(connection, message.clientId());
    }
  }

  private void ofConversation(
      Connection connection, KeptConversation kept, Sync.PersonalItem item, String ownId)
      throws SQLException {
    PersonalStore.Kept mine = personal.find(connection, kept.id());
    Personal untold = mine.untold();
    boolean on = item.value().path("on").asBoolean();
    switch (item.kind()) {
      case "read" ->
          conversations.put(
              connection, read(connection, kept, item.value().path("seq").asLong(), ownId));
      case "mute" -> {
        if (untold == null || untold.muted() == null) {
          conversations.put(connection, kept.flagged(on, null, null));
          String until = item.value().path("until").textValue();
          put(
              connection,
              mine,
              new Own(
                  mine.own().unread(),
                  on && until != null ? Instant.parse(until) : null,
                  mine.own().draft()));
        }
      }
      case "pin" -> {
        if (untold == null || untold.pinned() == null) {
          conversations.put(connection, kept.flagged(null, on, null));
        }
      }
      case "archive" -> {
        if (untold == null || untold.archived() == null) {
          conversations.put(connection, kept.flagged(null, null, on));
        }
      }
      case "unread" -> {
        if (untold == null || untold.unread() == null) {
          put(connection, mine, new Own(on, mine.own().mutedUntil(), mine.own().draft()));
        }
      }
      case "draft" -> {
        if (untold == null || untold.draft() == null) {
          Personal.Draft draft = Json.decode(item.value(), Personal.Draft.class);
          boolean none = draft.content() == null || draft.content().isEmpty();
          put(
              connection,
              mine,
              new Own(mine.own().unread(), mine.own().mutedUntil(), none ? null : draft));
        }
      }
      case "hidden" -> hidden(connection, kept, item.value().path("messageId").asText(), ownId);
      default -> {
        // Of a newer relay, or about no conversation.
      }
    }
  }

  private void put(Connection connection, PersonalStore.Kept kept, Own own) throws SQLException {
    personal.put(connection, new PersonalStore.Kept(kept.conversationId(), own, kept.untold()));
  }

  /// Deleted for its reader alone: gone from here, and from the tile.
  void hidden(Connection connection, KeptConversation kept, String messageId, String ownId)
      throws SQLException {
    Message message = messages.find(connection, messageId);
    if (message == null) {
      return;
    }
    messages.remove(connection, messageId);
    boolean wasUnread = message.seq() > kept.readSeq() && MessageStore.counts(message, ownId);
    int unread = wasUnread ? Math.max(0, kept.unread() - 1) : kept.unread();
    Message last = kept.conversation().lastMessage();
    KeptConversation now = kept.withRead(kept.readSeq(), unread);
    if (last != null && last.id().equals(messageId)) {
      Message before = messages.last(connection, kept.id());
      if (before != null) {
        now = now.withLast(before, unread, kept.readSeq());
      }
    }
    conversations.put(connection, now);
  }
}
