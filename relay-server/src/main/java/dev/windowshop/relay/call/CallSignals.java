package dev.windowshop.relay.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.call.LiveCalls.Seat;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Forwards `call_signal` from one participant's socket to another's. Touches no database.
final class CallSignals {
  private static final int MAX_SDP = 128 * 1024;
  private static final int MAX_CANDIDATE = 4 * 1024;
  private static final Set<String> TYPES = Set.of("offer", "answer", "pranswer", "rollback");

  private final LiveCalls live;
  private final Broadcaster broadcaster;
  private final Limits limits;

  CallSignals(LiveCalls live, Broadcaster broadcaster, Limits limits) {
    this.live = live;
    this.broadcaster = broadcaster;
    this.limits = limits;
  }

  /// @return `delivered: false` when one of the two has joined anew or is away: a signal that is
  ///   too late is nobody's mistake
  Map<String, Object> forward(ClientSocket socket, Call.Signal signal) {
    String to = signal.to();
    if (to == null) {
      throw ProblemException.invalid("to", "is missing");
    }
    checkContent(signal.description(), signal.candidate());
    Seat from = live.seat(signal.callId(), socket.userId());
    if (from == null || !from.socketId().equals(socket.id())) {
      throw ProblemException.forbidden("You are not in this call.");
    }
    if (to.equals(socket.userId()) || !live.isParticipant(signal.callId(), to)) {
      throw ProblemException.forbidden("They are not in this call.");
    }
    if (signal.session() > from.session()) {
      throw ProblemException.invalid("session", "is newer than your last join");
    }
    limits.take(Limit.CALL_SIGNALS, from.callId() + from.userId());
    Seat receiver = live.seat(signal.callId(), to);
    if (receiver == null
        || signal.session() != from.session()
        || signal.toSession() != receiver.session()) {
      return Map.of("delivered", false);
    }
    broadcaster.toSocket(
        receiver.socketId(),
        new ServerEvent.CallSignal(
            new Call.Signal(
                signal.callId(),
                null,
                socket.userId(),
                signal.session(),
                signal.toSession(),
                signal.description(),
                signal.candidate())));
    return Map.of("delivered", true);
  }

  private static void checkContent(@Nullable JsonNode description, @Nullable JsonNode candidate) {
    boolean hasCandidate = candidate != null && !candidate.isNull();
    if (description != null) {
      if (hasCandidate) {
        throw ProblemException.invalid("candidate", "cannot come with a description");
      }
      checkDescription(description);
    } else if (candidate != null && hasCandidate) {
      checkCandidate(candidate);
    }
  }

  private static void checkDescription(JsonNode description) {
    String type = description.path("type").asText("");
    if (!description.isObject() || !TYPES.contains(type)) {
      throw ProblemException.invalid("description", "is not a session description");
    }
    JsonNode sdp = description.path("sdp");
    if (!type.equals("rollback") && !sdp.asText("").startsWith("v=0")) {
      throw ProblemException.invalid("description.sdp", "is not SDP");
    }
    if (sdp.asText("").length() > MAX_SDP) {
      throw ProblemException.invalid("description.sdp", "is too long");
    }
  }

  private static void checkCandidate(JsonNode candidate) {
    if (!candidate.isObject() || !candidate.path("candidate").isTextual()) {
      throw ProblemException.invalid("candidate", "is not an ICE candidate");
    }
    if (candidate.path("candidate").textValue().length() > MAX_CANDIDATE) {
      throw ProblemException.invalid("candidate", "is too long");
    }
  }
}
