package dev.windowshop.relay.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  void aCallMovesToAnotherDeviceAndOnlyOnesOwnDevicesHearWhere() {
    Call call = connectedPair();
    assertEquals(new Call.Device(call.id(), 1, "Desk", false, true), device("user:ben"));
    feature.service().media(BEN, new Call.Switches(call.id(), true, false));
    assertEquals(new Call.Device(call.id(), 1, "Desk", true, false), device("user:ben"));

    feature.connected(BEN_TABLET);
    assertEquals(new Call.Device(call.id(), 1, "Desk", true, false), device("socket:ben-2"));
    refused(
        ProblemType.FORBIDDEN,
        () -> feature.service().media(BEN_TABLET, new Call.Switches(call.id(), false, false)));
    feature.service().join(BEN_TABLET, join(call.id()));
    assertEquals(new Call.Device(call.id(), 2, "Tablet", true, false), device("user:ben"));
    // To the others nobody has left: the same participant has a newer session.
    assertTrue(
        sent.to("user:ann", ServerEvent.CallState.class).stream()
            .flatMap(state -> state.participants().stream())
            .noneMatch(one -> one.state() == Call.ParticipantState.LEFT));
    assertEquals(2, last("ann").participants().get(1).session());
    refused(
        ProblemType.FORBIDDEN,
        () -> feature.service().media(BEN, new Call.Switches(call.id(), false, false)));
    assertEquals(
        0,
        sent.to("user:ann", ServerEvent.CallDevice.class).stream()
            .filter(one -> one.device().session() == 2)
            .count());
    feature.disconnected(BEN, true);
    timer.pass(Duration.ofSeconds(60));
    assertEquals(State.ACTIVE, last("ann").state());
  }

  private Call.Device device(String to) {
    return sent.to(to, ServerEvent.CallDevice.class).getLast().device();
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
