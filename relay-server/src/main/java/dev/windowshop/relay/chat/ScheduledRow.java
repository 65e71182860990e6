package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ScheduledMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message that is to be sent later, as it is stored.
///
/// @param body what its author asked for; null once it was sent or cancelled
/// @param bodyHash of what was asked for first, whatever was edited since
record ScheduledRow(
    String id,
    String authorId,
    String conversationId,
    String clientId,
    Message.Type type,
    Message.@Nullable Send body,
    String bodyHash,
    Instant sendAt,
    ScheduledMessage.State state,
    @Nullable String reason,
    @Nullable String messageId,
    long change,
    Instant createdAt,
    Instant updatedAt) {

  boolean isOpen() {
    return state == ScheduledMessage.State.WAITING || state == ScheduledMessage.State.FAILED;
  }

  ScheduledRow waiting(Message.Send newBody, Instant at, long newChange, Instant now) {
    return new ScheduledRow(
        id,
        authorId,
        conversationId,
        clientId,
        type,
        newBody,
        bodyHash,
        at,
        ScheduledMessage.State.WAITING,
        null,
        null,
        newChange,
        createdAt,
        now);
  }

  ScheduledRow failed(String why, long newChange, Instant now) {
    return new ScheduledRow(
        id,
        authorId,
        conversationId,
        clientId,
        type,
        body,
        bodyHash,
        sendAt,
        ScheduledMessage.State.FAILED,
        why,
        null,
        newChange,
        createdAt,
        now);
  }

  /// It is over: what it said is forgotten here.
  ///
  /// @param message its message; null when it was cancelled
  ScheduledRow ended(@Nullable String message, long newChange, Instant now) {
    return new ScheduledRow(
        id,
        authorId,
        conversationId,
        clientId,
        type,
        null,
        bodyHash,
        sendAt,
        message == null ? ScheduledMessage.State.CANCELLED : ScheduledMessage.State.SENT,
        null,
        message,
        newChange,
        createdAt,
        now);
  }
}
