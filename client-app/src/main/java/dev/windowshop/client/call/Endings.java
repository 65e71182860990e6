package dev.windowshop.client.call;

import dev.windowshop.client.call.CallState.Ended;
import dev.windowshop.client.call.CallState.Reason;
import dev.windowshop.protocol.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How calls end, for the one who was in them.
final class Endings {
  private static final Duration SHOWN = Duration.ofSeconds(8);

  private Endings() {}

  /// Says it for a while.
  static Step say(Ended ended, CallEffect... effects) {
    return Step.to(ended, effects)
        .then(state ->
            Step.to(state, new CallEffect.Wait(SHOWN, ended.key(), 0, CallEvent.For.DISMISSAL)));
  }

  static Ended of(Room room, String self, Reason reason, @Nullable String detail, Instant at) {
    Duration lasted = room.since() == null ? null : Duration.between(room.since(), at);
    List<String> others =
        room.participants().stream()
            .map(Call.Participant::userId)
            .filter(user -> !user.equals(self))
            .toList();
    return new Ended(
        room.callId(), room.conversationId(), room.media(), others, reason, detail, lasted);
  }

  /// What the relay's reason means to somebody who was in the call.
  static Reason reason(@Nullable String relays) {
    return switch (relays) {
      case "declined" -> Reason.DECLINED;
      case "busy" -> Reason.BUSY;
      case "missed" -> Reason.NO_ANSWER;
      case null -> Reason.OVER;
      case String other -> Reason.OVER;
    };
  }
}
