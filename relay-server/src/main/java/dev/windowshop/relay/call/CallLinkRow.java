package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Invite;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A link into a call as it is stored.
record CallLinkRow(
    String id,
    String callId,
    String creatorId,
    String token,
    Invite.State state,
    int uses,
    @Nullable Integer maxUses,
    Instant createdAt,
    Instant expiresAt) {

  /// As it is at this moment: it ends with its call, with its time, and with its last use.
  Invite.State stateAt(Call call, Instant now) {
    Integer most = maxUses;
    boolean spent = most != null && uses >= most;
    boolean late = !now.isBefore(expiresAt) || call.state() == Call.State.ENDED;
    return state == Invite.State.PENDING && (spent || late) ? Invite.State.EXPIRED : state;
  }
}
