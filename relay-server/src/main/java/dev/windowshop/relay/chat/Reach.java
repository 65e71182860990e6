package dev.windowshop.relay.chat;

import dev.windowshop.relay.people.Permissions;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Whether somebody still reaches the other side of a conversation between two. Groups are nobody's
/// alone: who is in one speaks in it. Runs inside the caller's unit of work.
final class Reach {
  private final ParticipantRepository participants;
  private final Permissions permissions;

  Reach(ParticipantRepository participants, Permissions permissions) {
    this.participants = participants;
    this.permissions = permissions;
  }

  /// @throws dev.windowshop.protocol.ProblemException 403 when what they write may not get there
  void require(Handle handle, String conversationId, String senderId) {
    require(
        handle,
        conversationId,
        senderId,
        participants.otherSide(handle, conversationId, senderId).orElse(null));
  }

  /// As [#require(Handle, String, String)], where the other side is known; null for none.
  void require(
      Handle handle,
      String conversationId,
      String senderId,
      ParticipantRepository.@Nullable OtherSide other) {
    if (other == null) {
      return;
    }
    switch (other.kind()) {
      case DIRECT ->
          permissions.requireMayWrite(
              handle,
              senderId,
              other.userId(),
              () -> participants.hasSpoken(handle, conversationId, other.userId()));
      case LISTING -> permissions.requireMayAnswer(handle, senderId, other.userId());
      case GROUP, UNKNOWN -> {}
    }
  }

  /// Whether signs of life (typing) of this one may reach the other side.
  boolean isOpen(Handle handle, String conversationId, String userId) {
    return participants
        .otherSide(handle, conversationId, userId)
        .map(other ->
            permissions.apartFrom(handle, userId, java.util.List.of(other.userId())).isEmpty())
        .orElse(true);
  }
}
