package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that the relay keeps for its author and sends when its time has come. Nobody else
/// hears of it before. Its author's devices hear of every change as `personal_changed` of kind
/// `scheduled`.
///
/// @param clientId of the message that will be sent: it is sent once, whatever happens
/// @param content null once it was sent or cancelled, as are `metadata` and the attachments
/// @param reason why it could not be sent, in words for its author; only when it failed
/// @param messageId of the message, once it was sent
public record ScheduledMessage(
    String id,
    String conversationId,
    String clientId,
    Message.Type type,
    @Nullable String content,
    @Nullable String replyToId,
    List<Attachment> attachments,
    @Nullable JsonNode metadata,
    Instant sendAt,
    State state,
    @Nullable String reason,
    @Nullable String messageId,
    Instant createdAt,
    Instant updatedAt) {

  public enum State {
    @JsonProperty("waiting")
    WAITING,
    /// It was not allowed when its time came: kept for its author to send again or delete.
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("sent")
    SENT,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// Whether its author can still change it.
  public boolean canBeChanged() {
    return state == State.WAITING || state == State.FAILED;
  }

  /// `POST /conversations/{id}/scheduled`: what `POST …/messages` takes, and when it is sent.
  ///
  /// @param sendAt one that has passed: at once
  public record Schedule(
      String clientId,
      Message.Type type,
      @Nullable String content,
      @Nullable String replyToId,
      @Nullable List<String> attachmentIds,
      @Nullable JsonNode metadata,
      Instant sendAt) {
    public static Schedule of(Message.Send send, Instant sendAt) {
      return new Schedule(
          send.clientId(),
          send.type(),
          send.content(),
          send.replyToId(),
          send.attachmentIds(),
          send.metadata(),
          sendAt);
    }

    public Message.Send send() {
      return new Message.Send(null, clientId, type, content, replyToId, attachmentIds, metadata);
    }
  }

  /// `PATCH /scheduled/{id}`. A null leaves the field as it is; one that failed waits again.
  public record Change(@Nullable String content, @Nullable Instant sendAt) {}
}
