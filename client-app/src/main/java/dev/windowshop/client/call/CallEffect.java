package dev.windowshop.client.call;

import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.protocol.Call;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// What is to be done after a step.
sealed interface CallEffect {
  /// @param hold the call that one is in is on hold by now
  record Start(String conversationId, Call.Media media, boolean hold) implements CallEffect {}

  /// @param hold as of [Start]
  record Join(String callId, boolean hold) implements CallEffect {}

  record Hold(String callId, boolean held) implements CallEffect {}

  record End(String callId) implements CallEffect {}

  record Decline(String callId) implements CallEffect {}

  record Leave(String callId) implements CallEffect {}

  record Signal(Call.Signal signal) implements CallEffect {}

  record Media(MediaCommand command) implements CallEffect {}

  record Knock(String token) implements CallEffect {}

  record EndKnock(String knockId) implements CallEffect {}

  record AnswerKnock(String knockId, boolean admitted) implements CallEffect {}

  record RemoveGuest(String callId, String userId) implements CallEffect {}

  /// Keeps on this device who is not to be heard. Comes back as [CallEvent.Recalled].
  record KeepUnheard(Map<String, Set<String>> unheard) implements CallEffect {}

  /// Comes back as [CallEvent.Waited].
  record Wait(Duration time, String key, long session, CallEvent.For what) implements CallEffect {}
}
