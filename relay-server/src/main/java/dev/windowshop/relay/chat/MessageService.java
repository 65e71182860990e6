package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.realtime.ClientSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Sends, edits, deletes and reacts. Any thread that may block.
public final class MessageService {
  /// @param created false when the relay had it
  public record Sent(Message message, boolean created) {}

  private final Database database;
  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final MessageRepository messages;
  private final ReactionRepository reactions;
  private final EditRepository edits = new EditRepository();
  private final PollRepository polls = new PollRepository();
  private final MessageAttachmentRepository named;
  private final Attachments attachments;
  private final Offers offers;
  private final MessageReader reader;
  private final MessageWriter writer;
  private final Drafts drafts;
  private final Reach reach;
  private final Bell bell;
  private final PinService pins;
  private final PersonalRepository personal;
  private final ChatConfig config;
  private final Limits limits;

  MessageService(
      Database database,
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      MessageRepository messages,
      ReactionRepository reactions,
      MessageAttachmentRepository named,
      Attachments attachments,
      Offers offers,
      MessageReader reader,
      MessageWriter writer,
      Drafts drafts,
      Reach reach,
      Bell bell,
      PinService pins,
      PersonalRepository personal,
      ChatConfig config,
      Limits limits) {
    this.database = database;
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.messages = messages;
    this.reactions = reactions;
    this.named = named;
    this.attachments = attachments;
    this.offers = offers;
    this.reader = reader;
    this.writer = writer;
    this.drafts = drafts;
    this.reach = reach;
    this.bell = bell;
    this.pins = pins;
    this.personal = personal;
    this.config = config;
    this.limits = limits;
  }

  /// Stores a message, or gives the one that was stored when it is sent again.
  public Sent send(String senderId, String conversationId, Message.Send send) {
    return send(senderId, null, conversationId, send);
  }

  /// @param from the device that sends it, where it is connected
  Sent send(
      String senderId, @Nullable ClientSocket from, String conversationId, Message.Send send) {
    limits.take(Limit.MESSAGES_SENDER, senderId);
    MessageWriter.Draft draft = drafts.of(senderId, conversationId, send);
    String hash = BodyHash.of(draft);
    Limits.Once toConversation = limits.once(Limit.MESSAGES_CONVERSATION, conversationId);
    return writes.runIn(
        conversationId, handle -> store(handle, from, draft, hash, toConversation, true));
  }

  /// Sends what its author wrote before, in the caller's unit of work and by the same rules. Nobody
  /// looks on while it is sent: what the author has not read stays unread.
  Outcome<Sent> store(Handle handle, MessageWriter.Draft draft) {
    return store(
        handle,
        null,
        draft,
        BodyHash.of(draft),
        limits.once(Limit.MESSAGES_CONVERSATION, draft.conversationId()),
        false);
  }

  private Outcome<Sent> store(
      Handle handle,
      @Nullable ClientSocket from,
      MessageWriter.Draft draft,
      String hash,
      Limits.Once toConversation,
      boolean reads) {
    String senderId = draft.senderId();
    String conversationId = draft.conversationId();
    Sending now = Sending.find(handle, conversationId, senderId, draft.clientId());
    if (now == null) {
      throw ProblemException.notFound("conversation");
    }
    if (now.known()) {
      MessageRow known = messages.findByClientId(handle, senderId, draft.clientId()).orElseThrow();
      if (!known.bodyHash().equals(hash)) {
        throw new ProblemException(
            ProblemType.CONFLICT, "Another message was sent with this clientId.");
      }
      return Outcome.quiet(new Sent(reader.read(handle, known), false));
    }
    if (now.closed()) {
      throw new ProblemException(ProblemType.CONFLICT, "The conversation is closed.");
    }
    reach.require(handle, conversationId, senderId, now.other());
    MessageWriter.Draft checked = drafts.check(handle, now.sender(), draft);
    // Here, since nobody but a member may use up what a conversation is allowed.
    toConversation.take();
    Message message =
        reads ? writer.append(handle, checked, hash) : writer.appendUnread(handle, checked, hash);
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.ToConversation(conversationId, new ServerEvent.NewMessage(message)));
    boolean caughtUp = now.sender().readSeq() >= message.seq() - 1;
    if (!reads && caughtUp) {
      participants.mark(
          handle, conversationId, senderId, message.seq(), message.seq(), message.change());
    }
    if (reads || caughtUp) {
      effects.add(new Effect.HasRead(senderId, from, conversationId, message.seq()));
      effects.addAll(bell.read(handle, senderId, conversationId, message.seq()));
    }
    effects.addAll(bell.said(handle, message));
    if (checked.metadata() != null && checked.type() == Message.Type.OFFER) {
      String offer = checked.metadata().path(MessageMetadata.OFFER_ID).asText();
      effects.addAll(Bell.effects(offers.sent(handle, offer, message.id(), message.seq())));
    }
    return new Outcome<>(new Sent(message, true), effects);
  }

  public Message get(String userId, String messageId) {
    return database.read(handle -> reader.read(handle, readable(handle, userId, messageId)));
  }

  public Message edit(String userId, String messageId, Message.Edit edit) {
    String content = Field.present("content", edit.content());
    if (Field.isBlank(content)) {
      throw ProblemException.invalid("content", "is empty");
    }
    if (content.length() > config.contentLength()) {
      throw ProblemException.invalid(
          "content", "is longer than " + config.contentLength() + " characters");
    }
    return writes.run(handle -> {
      MessageRow row = visible(handle, userId, messageId);
      if (!row.senderId().equals(userId) || fromRelay(row)) {
        throw ProblemException.forbidden("Only its sender edits a message.");
      }
      if (row.deletedAt() != null) {
        throw new ProblemException(ProblemType.CONFLICT, "The message was deleted.");
      }
      requireRecent(row, "edited");
      if (content.equals(row.content())) {
        return Outcome.quiet(reader.read(handle, row));
      }
      reach.require(handle, row.conversationId(), userId);
      long change = conversations.advance(handle, row.conversationId()).change();
      edits.insert(handle, messageId, row.content(), Instant.now());
      messages.edit(handle, messageId, content, Instant.now(), change);
      return changed(handle, messageId);
    });
  }

  /// Its sender deletes a message, and in a group its owner and admins do.
  public void delete(String userId, String messageId) {
    writes.run(handle -> {
      MessageRow row = visible(handle, userId, messageId);
      Member member = participants.require(handle, row.conversationId(), userId);
      boolean moderates = GroupAct.DELETE_OTHERS.isAllowed(member.role());
      if (fromRelay(row) || !(row.senderId().equals(userId) || moderates)) {
        throw ProblemException.forbidden("You can't delete this message.");
      }
      if (row.deletedAt() != null) {
        return Outcome.quiet(reader.read(handle, row));
      }
      if (!moderates) {
        requireRecent(row, "deleted for everybody");
      }
      long change = conversations.advance(handle, row.conversationId()).change();
      String offer = MessageReader.offerId(row);
      if (offer != null) {
        offers.gone(handle, offer);
      }
      reactions.clear(handle, messageId);
      polls.clear(handle, messageId);
      edits.clear(handle, messageId);
      named.clear(handle, messageId).forEach(id -> attachments.disuse(handle, id));
      messages.delete(handle, messageId, Instant.now(), change);
      Outcome<Message> deleted = changed(handle, messageId);
      List<Effect> effects = new ArrayList<>(deleted.effects());
      pins.forget(handle, row.conversationId(), messageId).ifPresent(effects::add);
      return new Outcome<>(deleted.value(), effects);
    });
  }

  public Message react(String userId, String messageId, String emoji, boolean on) {
    if (!Emoji.isOne(emoji)) {
      throw ProblemException.invalid("emoji", "is not an emoji");
    }
    return writes.run(handle -> {
      MessageRow row = readable(handle, userId, messageId);
      if (row.deletedAt() != null) {
        throw new ProblemException(ProblemType.CONFLICT, "The message was deleted.");
      }
      if (reactions.has(handle, messageId, emoji, userId) == on) {
        return Outcome.quiet(reader.read(handle, row));
      }
      if (on) {
        reach.require(handle, row.conversationId(), userId);
      }
      long change = conversations.advance(handle, row.conversationId()).change();
      if (on) {
        int distinct = reactions.distinctOthers(handle, messageId, emoji);
        if (distinct >= config.distinctEmoji()) {
          throw new ProblemException(
              ProblemType.CONFLICT,
              "A message takes " + config.distinctEmoji() + " different reactions at most.");
        }
        reactions.add(handle, messageId, emoji, userId, change);
      } else {
        reactions.remove(handle, messageId, emoji, userId);
      }
      messages.touch(handle, messageId, change);
      return changed(handle, messageId);
    });
  }

  private Outcome<Message> changed(Handle handle, String messageId) {
    Message now = reader.read(handle, messages.find(handle, messageId).orElseThrow());
    return new Outcome<>(
        now,
        List.of(
            new Effect.ToConversation(now.conversationId(), new ServerEvent.MessageChanged(now))));
  }

  /// What a message said before, oldest first.
  public Page<Message.Edited> edits(String userId, String messageId) {
    return database.read(handle -> {
      MessageRow row = readable(handle, userId, messageId);
      return new Page<>(row.deletedAt() == null ? edits.of(handle, messageId) : List.of(), null);
    });
  }

  private void requireRecent(MessageRow row, String what) {
    if (row.createdAt().plus(config.changeable()).isBefore(Instant.now())) {
      throw ProblemException.forbidden(
          "A message can be " + what + " for " + config.changeable().toHours() + " hours only.");
    }
  }

  private static boolean fromRelay(MessageRow row) {
    return row.type() == Message.Type.SYSTEM || row.type() == Message.Type.CALL;
  }

  /// What they deleted for themselves is no more for them; its sender may still take it back from
  /// everybody.
  private MessageRow readable(Handle handle, String userId, String messageId) {
    MessageRow row = visible(handle, userId, messageId);
    if (personal.isHidden(handle, userId, messageId)) {
      throw ProblemException.notFound("message");
    }
    return row;
  }

  private MessageRow visible(Handle handle, String userId, String messageId) {
    return messages
        .find(handle, messageId)
        .filter(row -> participants.sees(handle, userId, row))
        .orElseThrow(() -> ProblemException.notFound("message"));
  }
}
