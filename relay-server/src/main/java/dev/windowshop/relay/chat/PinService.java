package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.db.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Pins messages in their conversations: the two of a direct or listing one do, and the owner and
/// admins of a group. What is pinned belongs to the conversation, and is told as a change of it.
/// Any thread that may block.
final class PinService {
  /// So many in one conversation.
  static final int MOST = 50;

  private final Database database;
  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final MessageRepository messages;
  private final ConversationReader reader;
  private final MessageReader messageReader;
  private final Notices notices;
  private final Reach reach;

  PinService(
      Database database,
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      MessageRepository messages,
      ConversationReader reader,
      MessageReader messageReader,
      Notices notices,
      Reach reach) {
    this.database = database;
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.messages = messages;
    this.reader = reader;
    this.messageReader = messageReader;
    this.notices = notices;
    this.reach = reach;
  }

  Conversation pin(String userId, String messageId) {
    return writes.run(handle -> {
      MessageRow message = visible(handle, userId, messageId);
      Member actor = mayPin(handle, userId, message);
      if (message.deletedAt() != null) {
        throw new ProblemException(ProblemType.CONFLICT, "The message was deleted.");
      }
      if (message.type() == Message.Type.SYSTEM || message.type() == Message.Type.CALL) {
        throw ProblemException.forbidden("Only what somebody said is pinned.");
      }
      String id = message.conversationId();
      if (isPinned(conversations.require(handle, id), messageId)) {
        return Outcome.quiet(read(handle, actor));
      }
      reach.require(handle, id, userId);
      // Locks the row: what is pinned there is read after that.
      long change = conversations.advanceOwn(handle, id).change();
      ConversationRow row = conversations.require(handle, id);
      if (row.pins().size() >= MOST) {
        throw new ProblemException(
            ProblemType.CONFLICT, "At most " + MOST + " messages are pinned in a conversation.");
      }
      List<Conversation.Pin> pins = new ArrayList<>();
      pins.add(
          new Conversation.Pin(
              messageId, message.seq(), userId, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
      row.pins().stream().filter(pin -> !pin.messageId().equals(messageId)).forEach(pins::add);
      conversations.pins(handle, id, pins);
      List<Effect> effects = new ArrayList<>();
      effects.add(changed(handle, id, change));
      effects.add(
          notices.post(
              handle, id, userId, "pinned", "%s pinned a message", Map.of("messageId", messageId)));
      return new Outcome<>(read(handle, actor), effects);
    });
  }

  Conversation unpin(String userId, String messageId) {
    return writes.run(handle -> {
      MessageRow message = visible(handle, userId, messageId);
      Member actor = mayPin(handle, userId, message);
      List<Effect> effects = forget(handle, message.conversationId(), messageId).stream().toList();
      return new Outcome<>(read(handle, actor), effects);
    });
  }

  /// The pinned messages that this user sees, the newest pinned first.
  Page<Message> list(String userId, String conversationId) {
    return database.read(handle -> {
      participants.require(handle, conversationId, userId);
      List<String> ids =
          conversations.require(handle, conversationId).pins().stream()
              .map(Conversation.Pin::messageId)
              .toList();
      List<MessageRow> rows =
          messages.byIds(handle, ids).stream()
              .filter(row -> row.deletedAt() == null && participants.sees(handle, userId, row))
              .sorted(
                  (one, other) -> Integer.compare(ids.indexOf(one.id()), ids.indexOf(other.id())))
              .toList();
      return new Page<>(messageReader.read(handle, rows), null);
    });
  }

  /// Takes the pin off a message, which is deleted or no longer wanted there.
  ///
  /// @return what to tell; nothing where it was not pinned
  Optional<Effect> forget(Handle handle, String conversationId, String messageId) {
    if (!isPinned(conversations.require(handle, conversationId), messageId)) {
      return Optional.empty();
    }
    long change = conversations.advanceOwn(handle, conversationId).change();
    ConversationRow row = conversations.require(handle, conversationId);
    conversations.pins(
        handle,
        conversationId,
        row.pins().stream().filter(pin -> !pin.messageId().equals(messageId)).toList());
    return Optional.of(changed(handle, conversationId, change));
  }

  private Effect changed(Handle handle, String id, long change) {
    Conversation now = reader.forEverybody(handle, conversations.require(handle, id));
    return new Effect.ToConversation(id, new ServerEvent.ConversationChanged(id, change, now));
  }

  private Conversation read(Handle handle, Member actor) {
    ConversationRow now = conversations.require(handle, actor.conversationId());
    return reader.forMember(handle, now, actor);
  }

  private static boolean isPinned(ConversationRow row, String messageId) {
    return row.pins().stream().anyMatch(pin -> pin.messageId().equals(messageId));
  }

  private Member mayPin(Handle handle, String userId, MessageRow message) {
    Member member = participants.require(handle, message.conversationId(), userId);
    ConversationRow row = conversations.require(handle, message.conversationId());
    if (row.kind() == ConversationKind.GROUP) {
      GroupAct.PIN.require(member.role());
    }
    if (row.closedAt() != null) {
      throw new ProblemException(ProblemType.CONFLICT, "The conversation is closed.");
    }
    return member;
  }

  private MessageRow visible(Handle handle, String userId, String messageId) {
    return messages
        .find(handle, messageId)
        .filter(row -> participants.sees(handle, userId, row))
        .orElseThrow(() -> ProblemException.notFound("message"));
  }
}
