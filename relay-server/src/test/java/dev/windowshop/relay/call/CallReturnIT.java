package dev.windowshop.relay.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.State;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.realtime.ClientSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Sockets that are lost, devices that are replaced, a relay that starts again.
final class CallReturnIT extends CallScene {
  @Test
  void aDroppedSocketHasTimeToComeBack() {
    Call call = connectedPair();
    feature.disconnected(BEN, true);
    timer.pass(Duration.ofSeconds(14));
    assertEquals(State.ACTIVE, last("ann").state());
    feature.connected(BEN_TABLET);
    feature.service().join(BEN_TABLET, join(call.id()));
    timer.pass(Duration.ofSeconds(60));
    assertEquals(State.ACTIVE, last("ann").state());
    assertEquals(Map.of("delivered", true), signal(ANN, call.id(), "ben", 1, 2));
    assertEquals(1, sent.to("socket:ben-2", ServerEvent.CallSignal.class).size());
  }

  @Test
  void aSocketThatStaysAwayHasLeft() {
    connectedPair();
    feature.disconnected(BEN, true);
    timer.pass(Duration.ofSeconds(15));
    assertEquals(State.ENDED, last("ann").state());
  }

  @Test
  void aCallThatOneDroppedOutOfHoldsNobodyBack() {
    connectedPair();
    feature.disconnected(ANN, true);
    ClientSocket back = socket("ann", "2");
    feature.connected(back);
    assertEquals(State.RINGING, start(back, TRIO).state());
    assertEquals(State.ENDED, last("ben", PAIR).state());
  }

  @Test
  void aDeviceThatWasReplacedCannotHangUp() {
    Call call = connectedPair();
    feature.connected(BEN_TABLET);
    feature.service().join(BEN_TABLET, join(call.id()));
    assertEquals(State.ACTIVE, feature.service().leave(BEN, call.id()).state());
    refused(ProblemType.FORBIDDEN, () -> signal(BEN, call.id(), "ann", 2, 1));
  }

  @Test
  void aRunningCallOutlivesTheRelay() {
    Call call = connectedPair();
    restart();
    feature.connected(ANN);
    feature.connected(BEN);
    assertEquals(
        2, feature.service().join(ANN, join(call.id())).participants().getFirst().session());
    feature.service().join(BEN, join(call.id()));
    timer.pass(Duration.ofSeconds(60));
    assertEquals(Map.of("delivered", true), signal(ANN, call.id(), "ben", 2, 2));
  }

  @Test
  void whoDoesNotComeBackAfterARestartHasLeft() {
    connectedPair();
    restart();
    timer.pass(Duration.ofSeconds(30));
    assertEquals(State.ENDED, last("ann").state());
  }

  @Test
  void aRingingCallStillTimesOutAfterARestart() {
    startPair();
    timer.pass(Duration.ofSeconds(40));
    restart();
    feature.connected(ANN);
    feature.connected(BEN);
    timer.pass(Duration.ofSeconds(5));
    assertEquals("missed", last("ben").reason());
  }
}
