package dev.windowshop.relay.call;

import static dev.windowshop.protocol.Call.Media.AUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.IceTransportPolicy;
import dev.windowshop.protocol.Call.ParticipantState;
import dev.windowshop.protocol.Call.State;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.LimitConfig;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.realtime.ClientSocket;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls over a real database, with time in the test's hand and sockets that only have names.
final class CallFeatureIT {
  private static final String PAIR = "pair";
  private static final String TRIO = "trio";
  private static final ClientSocket ANN = socket("ann", "1");
  private static final ClientSocket BEN = socket("ben", "1");
  private static final ClientSocket BEN_TABLET = socket("ben", "2");
  private static final ClientSocket CAT = socket("cat", "1");

  @TempDir Path folder;

  private final ManualTimer timer = new ManualTimer();
  private final RecordingBroadcaster sent = new RecordingBroadcaster();
  private final Rooms rooms = new Rooms();
  private final Set<String> busy = new TreeSet<>();
  private Database database;
  private CallFeature feature;

  @BeforeEach
  void open() {
    database = TestDatabases.open(folder);
    feature = newFeature();
    List.of(ANN, BEN, CAT).forEach(feature::connected);
  }

  @AfterEach
  void close() {
    feature.close();
    database.close();
  }

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

  @Test
  void whoeverIsInACallIsRungAndSaysThatTheyAreBusy() {
    connectedPair();
    Call call = start(CAT, "cat+ann");
    assertEquals(State.RINGING, call.state());
    assertEquals(1, sent.to("user:ann", ServerEvent.CallRinging.class).size());
    assertEquals("busy", feature.service().decline(ANN, call.id()).reason());
    refused(ProblemType.BUSY, () -> start(ANN, TRIO));
    assertEquals(State.ACTIVE, last("ben", PAIR).state());
  }

  @Test
  void oneCallIsOnHoldWhileTheOtherIsTaken() {
    Call first = connectedPair();
    Call second = start(CAT, "cat+ann");
    feature.service().join(ANN, new Call.Join(second.id(), true));
    assertTrue(last("ben", PAIR).participants().getFirst().held());
    assertEquals(State.ACTIVE, last("cat", "cat+ann").state());
    refused(
        ProblemType.BUSY, () -> feature.service().start(ANN, new Call.Start(TRIO, AUDIO, true)));
    refused(ProblemType.FORBIDDEN, () -> feature.service().hold(CAT, hold(first, true)));

    // Both come back after the socket was lost, each as it was.
    feature.disconnected(ANN, true);
    feature.connected(ANN);
    feature.service().join(ANN, join(second.id()));
    feature.service().join(ANN, join(first.id()));
    assertTrue(last("ben", PAIR).participants().getFirst().held());
    assertEquals(Map.of("delivered", true), signal(ANN, first.id(), "ben", 2, 1));

    feature.service().hold(ANN, hold(first, false));
    assertFalse(last("ben", PAIR).participants().getFirst().held());
    assertTrue(last("cat", "cat+ann").participants().get(1).held());
    feature.service().leave(ANN, first.id());
    assertEquals(State.ENDED, last("ben", PAIR).state());
    assertEquals(State.ACTIVE, last("cat", "cat+ann").state());
  }

  @Test
  void theOwnerEndsAGroupsCallForEverybody() {
    Call call = start(BEN, TRIO);
    feature.service().join(CAT, join(call.id()));
    refused(ProblemType.FORBIDDEN, () -> feature.service().end(BEN, call.id()));
    assertEquals(State.ENDED, feature.service().end(ANN, call.id()).state());
    assertEquals("ended", last("cat").reason());
    assertEquals(State.ENDED, feature.service().end(ANN, call.id()).state());
    Call pair = startPair();
    refused(ProblemType.FORBIDDEN, () -> feature.service().end(ANN, pair.id()));
  }

  @Test
  void whoIsRemovedFromAConversationIsOutOfItsCall() {
    Call call = start(ANN, TRIO);
    feature.service().join(BEN, join(call.id()));
    rooms.members.put(TRIO, List.of("ann", "cat"));
    feature.removed(TRIO, "ben");
    timer.pass(Duration.ZERO);
    assertEquals(ParticipantState.LEFT, last("ben").participants().get(1).state());
    refused(ProblemType.FORBIDDEN, () -> signal(BEN, call.id(), "ann", 1, 1));
    refused(ProblemType.NOT_FOUND, () -> feature.service().join(BEN, join(call.id())));
    assertEquals(State.ACTIVE, last("ann").state());
  }

  @Test
  void whoIsInTheConversationHearsOfACallThatTheyWereNotRungFor() {
    rooms.members.put(TRIO, List.of("ann", "ben"));
    Call call = start(ANN, TRIO);
    rooms.members.put(TRIO, List.of("ann", "ben", "cat"));
    feature.service().join(BEN, join(call.id()));
    assertEquals(State.ACTIVE, last("cat").state());
    assertEquals(3, feature.service().join(CAT, join(call.id())).participants().size());
  }

  @Test
  void aNewDeviceHearsOfARunningCallToJoinAgain() {
    Call call = start(ANN, TRIO);
    feature.service().join(CAT, join(call.id()));
    feature.service().decline(BEN, call.id());
    feature.connected(BEN_TABLET);
    assertEquals(
        call.id(), sent.to("socket:ben-2", ServerEvent.CallState.class).getFirst().callId());
    assertEquals(List.of(), sent.to("socket:ben-2", ServerEvent.CallRinging.class));
    feature.service().join(BEN_TABLET, join(call.id()));
    feature.service().leave(BEN_TABLET, call.id());
    Call again = feature.service().join(BEN_TABLET, join(call.id()));
    assertEquals(2, again.participants().get(1).session());
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

  private void restart() {
    feature.close();
    database.close();
    database = TestDatabases.open(folder);
    feature = newFeature();
  }

  private CallFeature newFeature() {
    return new CallFeature(
        database,
        sent,
        rooms,
        IceServers.of(List.of(), null, Clock.systemUTC()),
        new Limits(LimitConfig.DEFAULT, Clock.systemUTC()),
        CallConfig.DEFAULT,
        timer,
        (_, joined, others) -> {
          busy.addAll(joined);
          busy.removeAll(others);
        });
  }

  private Call startPair() {
    return start(ANN, PAIR);
  }

  private Call connectedPair() {
    return feature.service().join(BEN, join(startPair().id()));
  }

  private Call start(ClientSocket socket, String conversationId) {
    return feature.service().start(socket, new Call.Start(conversationId, Call.Media.VIDEO));
  }

  private Map<String, Object> signal(
      ClientSocket socket, String callId, String to, long session, long toSession) {
    JsonNode description = Json.tree(Map.of("type", "offer", "sdp", "v=0\r\n"));
    return feature
        .signals()
        .forward(socket, new Call.Signal(callId, to, null, session, toSession, description, null));
  }

  private Map<String, Object> signal(
      ClientSocket socket,
      String callId,
      @Nullable String description,
      @Nullable String candidate) {
    StringBuilder json =
        new StringBuilder("{\"callId\":\"" + callId + "\",\"to\":\"ben\"")
            .append(",\"session\":1,\"toSession\":1");
    if (description != null) {
      json.append(",\"description\":").append(description);
    }
    if (candidate != null) {
      json.append(",\"candidate\":").append(candidate);
    }
    return feature
        .signals()
        .forward(socket, Json.decode(json.append('}').toString(), Call.Signal.class));
  }

  private static Call.Join join(String callId) {
    return new Call.Join(callId, false);
  }

  private static Call.Hold hold(Call call, boolean held) {
    return new Call.Hold(call.id(), held);
  }

  private ServerEvent.CallState last(String userId) {
    return sent.to("user:" + userId, ServerEvent.CallState.class).getLast();
  }

  private ServerEvent.CallState last(String userId, String conversationId) {
    return sent.to("user:" + userId, ServerEvent.CallState.class).stream()
        .filter(state -> state.conversationId().equals(conversationId))
        .toList()
        .getLast();
  }

  private static void refused(ProblemType type, Runnable action) {
    assertEquals(type, assertThrows(ProblemException.class, action::run).type());
  }

  private static ClientSocket socket(String userId, String device) {
    return new ClientSocket(userId + "-" + device, new Principal(userId, "session-" + device));
  }

  /// Conversations by name.
  private static final class Rooms implements CallConversations {
    final Map<String, List<String>> members =
        new HashMap<>(
            Map.of(
                PAIR,
                List.of("ann", "ben"),
                TRIO,
                List.of("ann", "ben", "cat"),
                "cat+ann",
                List.of("cat", "ann")));
    final Set<String> hiding = new TreeSet<>();
    final List<Call> recorded = new ArrayList<>();

    @Override
    public List<String> members(Handle handle, String conversationId, String userId) {
      List<String> found = members.getOrDefault(conversationId, List.of());
      if (!found.contains(userId)) {
        throw ProblemException.notFound("conversation");
      }
      return found;
    }

    @Override
    public List<String> everybody(Handle handle, String conversationId) {
      return members.getOrDefault(conversationId, List.of());
    }

    @Override
    public void requireMayEnd(Handle handle, String conversationId, String userId) {
      if (!conversationId.equals(TRIO) || !userId.equals("ann")) {
        throw ProblemException.forbidden("No.");
      }
    }

    @Override
    public boolean showsAddress(Handle handle, String userId, Collection<String> others) {
      return !hiding.contains(userId);
    }

    @Override
    public List<ServerEvent> record(Handle handle, Call ended) {
      recorded.add(ended);
      return List.of();
    }
  }
}
