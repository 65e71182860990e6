package dev.windowshop.client.call;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.ServerEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can happen to a call.
sealed interface CallEvent {
  // The user

  record Dialled(String conversationId, Call.Media media) implements CallEvent {}

  record Accepted(boolean withVideo) implements CallEvent {}

  record Declined() implements CallEvent {}

  record HungUp() implements CallEvent {}

  /// The note about the end was read.
  record Dismissed() implements CallEvent {}

  /// Somebody who knocks is let in.
  ///
  /// @param holding the call that one is in waits, rather than being left
  record WaitingAccepted(String callId, boolean withVideo, boolean holding) implements CallEvent {}

  record WaitingDeclined(String callId) implements CallEvent {}

  /// Over to the call on hold.
  record Swapped() implements CallEvent {}

  /// Into a call that runs without us.
  record JoinedRunning(String conversationId) implements CallEvent {}

  /// Over for everybody.
  record EndedForAll() implements CallEvent {}

  record Muted(boolean muted) implements CallEvent {}

  record CameraSwitched(boolean on) implements CallEvent {}

  record HandRaised(boolean raised) implements CallEvent {}

  record Reacted(String emoji) implements CallEvent {}

  /// What somebody says is not to be heard here, or again.
  record Deafened(String userId, boolean deaf) implements CallEvent {}

  /// Who is not to be heard in which call, as this device has kept it.
  record Recalled(Map<String, Set<String>> unheard) implements CallEvent {}

  /// What is to be shown beside the camera, null for nothing.
  record Shared(@Nullable ScreenSource source) implements CallEvent {}

  /// Other devices were chosen.
  record SourcesChosen(LocalSources sources) implements CallEvent {}

  /// One knocks at the call that a link leads to.
  record KnockedAt(String token, CallLink link) implements CallEvent {}

  /// One does not wait any longer, or has read what came of it.
  record KnockEnded() implements CallEvent {}

  /// Somebody who knocks is let in, or not.
  record KnockAnswered(String knockId, boolean admitted) implements CallEvent {}

  /// A guest is put out.
  record GuestRemoved(String userId) implements CallEvent {}

  record SignedOut() implements CallEvent {}

  // The relay

  record Rang(Call call) implements CallEvent {}

  record Changed(ServerEvent.CallState now, Instant at) implements CallEvent {}

  record Signalled(Call.Signal signal) implements CallEvent {}

  /// On which of one's devices one is in a call.
  record Placed(Call.Device device) implements CallEvent {}

  /// Somebody who knocks at a call, or oneself: how that stands.
  record Knocked(CallLink.Knock knock) implements CallEvent {}

  /// The answer to one's own knock.
  record KnockTaken(String token, CallLink.Knock knock) implements CallEvent {}

  record KnockFailed(String token, String why) implements CallEvent {}

  /// The answer to a start or a join.
  record Entered(
      Call call, List<Call.IceServer> iceServers, Call.IceTransportPolicy policy, Instant at)
      implements CallEvent {}

  /// A start or a join failed.
  ///
  /// @param key the conversation's id of a start, the call's of a join
  /// @param refused false when the relay could not be asked
  record NotEntered(String key, boolean refused, String why, Instant at) implements CallEvent {}

  /// A new socket; the relay knows it from no call.
  record Connected() implements CallEvent {}

  record Disconnected() implements CallEvent {}

  // The rest

  record Media(MediaEvent event, Instant at) implements CallEvent {}

  /// Time has passed that was asked for; nothing to do when the session is another by now.
  record Waited(String key, long session, For what, Instant at) implements CallEvent {}

  /// What one waits for.
  enum For {
    ANOTHER_TRY,
    GIVING_UP,
    DISMISSAL
  }
}
