package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ProblemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Gives a message its place and stores it. Runs inside the caller's unit of work and checks
/// nothing: whoever calls has.
public final class MessageWriter {
  /// A message without a place yet.
  ///
  /// @param clientId unique per sender
  public record Draft(
      String conversationId,
      String senderId,
      String clientId,
      Message.Type type,
      @Nullable String content,
      @Nullable String replyToId,
      @Nullable JsonNode metadata,
      List<String> attachmentIds,
      Instant createdAt) {
    public Draft(
        String conversationId,
        String senderId,
        String clientId,
        Message.Type type,
        @Nullable String content,
        @Nullable String replyToId,
        @Nullable JsonNode metadata,
        Instant createdAt) {
      this(
          conversationId,
          senderId,
          clientId,
          type,
          content,
          replyToId,
          metadata,
          List.of(),
          createdAt);
    }

    Draft withMetadata(JsonNode resolved) {
      return new Draft(
          conversationId,
          senderId,
          clientId,
          type,
          content,
          replyToId,
          resolved,
          attachmentIds,
          createdAt);
    }
  }

  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final MessageRepository messages;
  private final MessageAttachmentRepository named;
  private final Attachments attachments;
  private final MessageReader reader;

  MessageWriter(
      ConversationRepository conversations,
      ParticipantRepository participants,
      MessageRepository messages,
      MessageAttachmentRepository named,
      Attachments attachments,
      MessageReader reader) {
    this.conversations = conversations;
    this.participants = participants;
    this.messages = messages;
    this.named = named;
    this.attachments = attachments;
    this.reader = reader;
  }

  /// Appends a message as its sender's own, who has thereby read up to it. Tells nobody: for
  /// messages that were there before anybody was connected.
  public Message append(Handle handle, Draft draft) {
    return append(handle, draft, BodyHash.of(draft));
  }

  Message append(Handle handle, Draft draft, String bodyHash) {
    MessageRow row = insert(handle, draft, bodyHash);
    participants.mark(
        handle, row.conversationId(), row.senderId(), row.seq(), row.seq(), row.change());
    return reader.readNew(handle, row, draft.attachmentIds());
  }

  /// Appends what the relay itself says about the conversation; nobody has read it by that.
  Message appendNotice(Handle handle, Draft draft) {
    return appendUnread(handle, draft, BodyHash.of(draft));
  }

  /// Appends what somebody wrote who does not look on while it is sent.
  Message appendUnread(Handle handle, Draft draft, String bodyHash) {
    return reader.readNew(handle, insert(handle, draft, bodyHash), draft.attachmentIds());
  }

  private MessageRow insert(Handle handle, Draft draft, String bodyHash) {
    ConversationRepository.Counters counters =
        conversations.advanceSeq(handle, draft.conversationId(), draft.createdAt());
    MessageRow row =
        new MessageRow(
            Ids.newId(),
            draft.conversationId(),
            counters.seq(),
            counters.change(),
            draft.clientId(),
            bodyHash,
            draft.senderId(),
            draft.type(),
            draft.content(),
            draft.replyToId(),
            draft.metadata(),
            draft.createdAt().truncatedTo(ChronoUnit.MILLIS),
            null,
            null);
    messages.insert(handle, row);
    // In one order for everybody, so that no two wait for each other.
    for (String id : draft.attachmentIds().stream().sorted().toList()) {
      if (!attachments.use(handle, id)) {
        throw ProblemException.invalid("attachmentIds", "names an upload that is gone: " + id);
      }
    }
    named.insert(handle, row.id(), draft.attachmentIds());
    return row;
  }
}
