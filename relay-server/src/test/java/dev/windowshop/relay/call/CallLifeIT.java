package dev.windowshop.relay.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.IceTransportPolicy;
import dev.windowshop.protocol.Call.ParticipantState;
import dev.windowshop.protocol.Call.State;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.realtime.ClientSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whom a call rings, how it begins and how it ends.
final class CallLifeIT extends CallScene {
  @Test
  void everyDeviceOfTheOthersRings() {
    Call call = startPair();
    assertEquals(State.RINGING, call.state());
    assertEquals(1, sent.to("user:ben", ServerEvent.CallRinging.class).size());
    assertEquals(0, sent.to("user:ann", ServerEvent.CallRinging.class).size());
    assertEquals(ParticipantState.RINGING, last("ben").participants().get(1).state());
  }

  @Test
  void whoIsInACallIsBusyUntilTheyLeave() {
    Call call = startPair();
    assertEquals(Set.of("ann"), busy);
    feature.service().join(BEN, join(call.id()));
    assertEquals(Set.of("ann", "ben"), busy);
    feature.service().leave(BEN, call.id());
    assertEquals(Set.of(), busy);
  }

  @Test
  void aDeviceThatComesOnlineWhileItRingsRingsToo() {
    Call call = startPair();
    feature.connected(BEN_TABLET);
    assertEquals(
        call.id(), sent.to("socket:ben-2", ServerEvent.CallRinging.class).getFirst().call().id());
  }

  @Test
  void somebodyFromOutsideCanNeitherCallNorJoin() {
    ClientSocket stranger = socket("eve", "1");
    feature.connected(stranger);
    refused(ProblemType.NOT_FOUND, () -> start(stranger, PAIR));
    Call call = startPair();
    refused(ProblemType.NOT_FOUND, () -> feature.service().join(stranger, join(call.id())));
    refused(ProblemType.NOT_FOUND, () -> feature.service().decline(stranger, call.id()));
    refused(ProblemType.FORBIDDEN, () -> signal(stranger, call.id(), "ben", 1, 1));
  }

  @Test
  void aCallIsOfSoundOrOfPictures() {
    for (String media : List.of("", ",\"media\":null", ",\"media\":\"x\"", ",\"media\":5")) {
      String json = "{\"conversationId\":\"" + PAIR + "\"" + media + "}";
      refused(
          ProblemType.INVALID,
          () -> feature.service().start(ANN, Json.decode(json, Call.Start.class)));
    }
    assertEquals(0, feature.running());
  }

  @Test
  void joiningTellsEverybodyTheSession() {
    Call joined = feature.service().join(BEN, join(startPair().id()));
    assertEquals(State.ACTIVE, joined.state());
    assertEquals(1, last("ann").participants().get(1).session());
    assertEquals(2, feature.service().join(BEN, join(joined.id())).participants().get(1).session());
    assertTrue(last("ann").revision() > joined.revision());
  }

  @Test
  void twoWhoCallEachOtherAtOnceAreInOneCall() {
    Call anns = startPair();
    Call bens = start(BEN, PAIR);
    assertEquals(anns.id(), bens.id());
    assertEquals(State.ACTIVE, bens.state());
  }

  @Test
  void afterFortyFiveSecondsItIsAMissedCall() {
    Call call = startPair();
    timer.pass(Duration.ofSeconds(44));
    assertEquals(State.RINGING, last("ann").state());
    timer.pass(Duration.ofSeconds(1));
    assertEquals("missed", last("ann").reason());
    refused(ProblemType.CALL_ENDED, () -> feature.service().join(BEN, join(call.id())));
  }

  @Test
  void cancellingStopsTheRinging() {
    feature.service().leave(ANN, startPair().id());
    assertEquals("cancelled", last("ben").reason());
  }

  @Test
  void theHistoryHasBothSides() {
    Call call = startPair();
    feature.service().decline(BEN, call.id());
    CallHistory history = new CallHistory(database, new CallRepository());
    assertEquals("declined", history.of("ben", null, 10).getFirst().reason());
    assertEquals(List.of(), history.of("cat", null, 10));
    Call second = startPair();
    assertEquals(List.of(second), history.of("ann", null, 1));
    assertEquals(call.id(), history.of("ann", second.id(), 10).getFirst().id());
  }

  @Test
  void theConversationIsToldOnceWhenItIsOver() {
    Call call = connectedPair();
    assertEquals(List.of(), rooms.recorded);
    feature.service().leave(ANN, call.id());
    feature.service().leave(BEN, call.id());
    assertEquals(1, rooms.recorded.size());
    assertEquals("ended", rooms.recorded.getFirst().reason());
  }

  @Test
  void callsGoThroughTurnWithThoseWhoMayNotSeeTheAddress() {
    Call call = startPair();
    assertEquals(IceTransportPolicy.ALL, feature.service().policy("ann", call, true));
    rooms.hiding.add("ann");
    assertEquals(IceTransportPolicy.RELAY, feature.service().policy("ann", call, true));
    assertEquals(IceTransportPolicy.ALL, feature.service().policy("ann", call, false));
    assertEquals(IceTransportPolicy.ALL, feature.service().policy("ben", call, true));
  }
}
