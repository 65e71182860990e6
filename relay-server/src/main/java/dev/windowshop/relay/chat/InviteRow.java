package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An invite as it is stored.
record InviteRow(
    String id,
    String conversationId,
    Invite.Kind kind,
    String inviterId,
    @Nullable String userId,
    Role role,
    Invite.State state,
    @Nullable String token,
    int uses,
    @Nullable Integer maxUses,
    Instant createdAt,
    Instant expiresAt) {

  /// As it is at this moment: what was not answered in time has expired.
  Invite.State stateAt(Instant now) {
    boolean spent = maxUses != null && uses >= maxUses;
    return state == Invite.State.PENDING && (spent || !now.isBefore(expiresAt))
        ? Invite.State.EXPIRED
        : state;
  }
}
