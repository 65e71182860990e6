package dev.windowshop.relay.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.limit.Limit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which signals reach whom.
final class CallSignalsIT extends CallScene {
  @Test
  void signalsReachTheOtherSocketWithTheirSender() {
    Call call = connectedPair();
    assertEquals(Map.of("delivered", true), signal(ANN, call.id(), "ben", 1, 1));
    Call.Signal got = sent.to("socket:ben-1", ServerEvent.CallSignal.class).getFirst().signal();
    assertEquals("ann", got.from());
    assertEquals(null, got.to());
    assertEquals(null, got.candidate());
  }

  @Test
  void signalsOfAnOlderSessionAreDropped() {
    Call call = connectedPair();
    feature.service().join(BEN, join(call.id()));
    assertEquals(Map.of("delivered", false), signal(ANN, call.id(), "ben", 1, 1));
    assertEquals(Map.of("delivered", false), signal(BEN, call.id(), "ann", 1, 1));
    assertEquals(Map.of("delivered", true), signal(BEN, call.id(), "ann", 2, 1));
    refused(ProblemType.INVALID, () -> signal(ANN, call.id(), "ben", 9, 2));
  }

  @Test
  void whatIsNoSignalIsRefused() {
    Call call = connectedPair();
    refused(ProblemType.INVALID, () -> signal(ANN, call.id(), "{\"type\":\"offer\"}", null));
    refused(ProblemType.INVALID, () -> signal(ANN, call.id(), "\"v=0\"", null));
    refused(ProblemType.INVALID, () -> signal(ANN, call.id(), null, "{\"sdpMid\":\"0\"}"));
  }

  @Test
  void noFurtherCandidatesIsAnExplicitNull() {
    Call call = connectedPair();
    assertEquals(Map.of("delivered", true), signal(ANN, call.id(), null, "null"));
    ServerEvent got = sent.to("socket:ben-1", ServerEvent.CallSignal.class).getFirst();
    assertEquals(
        "{\"callId\":\""
            + call.id()
            + "\",\"from\":\"ann\",\"session\":1,\"toSession\":1,\"candidate\":null}",
        Json.encode(got));
  }

  @Test
  void aFloodOfSignalsIsStopped() {
    Call call = connectedPair();
    refused(
        ProblemType.RATE_LIMITED,
        () -> {
          for (int i = 0; i < 100 * Limit.CALL_SIGNALS.rate().burst(); i++) {
            signal(ANN, call.id(), "ben", 1, 1);
          }
        });
  }
}
