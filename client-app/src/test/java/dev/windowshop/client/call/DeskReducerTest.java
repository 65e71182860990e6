package dev.windowshop.client.call;

import static dev.windowshop.client.call.Script.NOON;
import static dev.windowshop.client.call.Script.joined;
import static dev.windowshop.client.call.Script.ringing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.Participant;
import dev.windowshop.protocol.ServerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// `m` is in a call with `a` in one place while `z` rings in another.
final class DeskReducerTest {
  private final DeskReducer reducer = new DeskReducer("m", LocalSources.devices(1));
  private Desk desk = Desk.EMPTY;
  private List<CallEffect> effects = List.of();

  @Test
  void whoRingsWhileOneIsInACallKnocks() {
    talking();
    then(rang("second"));
    assertEquals(1, desk.waiting().size());
    assertInstanceOf(CallState.Active.class, desk.current());
    then(rang("second"));
    assertEquals(1, desk.waiting().size());
    then(new CallEvent.WaitingDeclined("second"));
    assertEquals(List.of(new CallEffect.Decline("second")), effects);
    assertEquals(List.of(), desk.waiting());
  }

  @Test
  void whoIsNotToBeHeardIsNotHowOftenTheyAndOneselfComeBack() {
    talking();
    then(new CallEvent.Deafened("a", true));
    assertTrue(effects.contains(deaf("first", 1, true)));
    then(state("first", 5, Call.State.ACTIVE, joined("m", 1)));
    assertEquals(List.of(), roomOf(desk.current()).peers());
    then(state("first", 6, Call.State.ACTIVE, joined("a", 2), joined("m", 1)));
    assertTrue(effects.contains(deaf("first", 2, true)));
    assertTrue(roomOf(desk.current()).peers().getFirst().signs().deaf());

    then(new CallEvent.HungUp(), new CallEvent.JoinedRunning("place of first"));
    assertInstanceOf(CallState.Joining.class, desk.current());
    then(entered("first", joined("a", 2), joined("m", 2)));
    assertTrue(effects.contains(deaf("first", 2, true)));

    then(new CallEvent.Deafened("a", false));
    assertTrue(effects.contains(deaf("first", 2, false)));
    then(state("first", 9, Call.State.ACTIVE, joined("a", 3), joined("m", 2)));
    assertEquals(false, roomOf(desk.current()).peers().getFirst().signs().deaf());
  }

  @Test
  void whoIsNotToBeHeardIsNotAfterTheAppWasClosedUntilTheCallIsOver() {
    talking();
    then(new CallEvent.Deafened("a", true));
    Map<String, Set<String>> kept = Map.of("first", Set.of("a"));
    assertTrue(effects.contains(new CallEffect.KeepUnheard(kept)));

    // What is kept outlives the app and whoever signs out.
    then(new CallEvent.SignedOut());
    assertEquals(Map.of(), desk.unheard());
    assertTrue(effects.stream().noneMatch(CallEffect.KeepUnheard.class::isInstance));
    desk = Desk.EMPTY;
    then(
        new CallEvent.Recalled(kept),
        new CallEvent.Connected(),
        state("first", 7, Call.State.ACTIVE, joined("a", 2), Script.left("m")),
        new CallEvent.JoinedRunning("place of first"),
        entered("first", joined("a", 2), joined("m", 2)));
    assertTrue(effects.contains(deaf("first", 2, true)));
    assertTrue(roomOf(desk.current()).peers().getFirst().signs().deaf());

    then(state("first", 8, Call.State.ENDED));
    assertTrue(effects.contains(new CallEffect.KeepUnheard(Map.of())));
    then(rang("second"), new CallEvent.Accepted(false));
    then(entered("second", joined("a", 1), joined("m", 1)));
    assertEquals(false, roomOf(desk.current()).peers().getFirst().signs().deaf());
  }

  private static CallEffect deaf(String callId, long session, boolean deaf) {
    return new CallEffect.Media(new MediaCommand.SetDeaf(callId, new PeerKey("a", session), deaf));
  }

  @Test
  void whoGivesUpKnocksNoLonger() {
    talking();
    then(rang("second"), state("second", 5, Call.State.ENDED));
    assertEquals(List.of(), desk.waiting());
  }

  @Test
  void holdingAndAnsweringKeepsBothUntilOneIsOver() {
    talking();
    then(rang("second"), new CallEvent.WaitingAccepted("second", false, true));
    assertEquals(
        List.of(
            new CallEffect.Media(new MediaCommand.SetHeld("first", true)),
            new CallEffect.Join("second", true)),
        effects);
    then(entered("second", joined("z", 1), joined("m", 1)));
    assertEquals("second", roomOf(desk.current()).callId());
    assertEquals("first", held().callId());

    // Signals of the call on hold go on.
    then(new CallEvent.Signalled(new Call.Signal("first", null, "a", 1, 1, Script.offer(), null)));
    assertTrue(
        effects.stream()
            .anyMatch(e ->
                e instanceof CallEffect.Media media
                    && media.command() instanceof MediaCommand.RemoteDescription d
                    && d.callId().equals("first")));

    then(new CallEvent.Swapped());
    assertEquals("first", roomOf(desk.current()).callId());
    assertEquals("second", held().callId());
    assertTrue(effects.contains(new CallEffect.Hold("first", false)));

    then(new CallEvent.HungUp());
    assertEquals("second", roomOf(desk.current()).callId());
    assertNull(desk.held());
    assertTrue(effects.contains(new CallEffect.Leave("first")));
    assertTrue(effects.contains(new CallEffect.Media(new MediaCommand.SetHeld("second", false))));
    assertTrue(effects.contains(new CallEffect.Hold("second", false)));
  }

  @Test
  void endingAndAnsweringLeavesFirst() {
    talking();
    then(rang("second"), new CallEvent.WaitingAccepted("second", true, false));
    assertEquals(
        List.of(
            new CallEffect.Leave("first"),
            new CallEffect.Media(new MediaCommand.CloseCall("first")),
            new CallEffect.Join("second", false)),
        effects);
    assertNull(desk.held());
  }

  @Test
  void whoHangsUpIsRungByWhoeverKnocks() {
    talking();
    then(rang("second"), new CallEvent.HungUp());
    assertEquals("second", assertInstanceOf(CallState.Incoming.class, desk.current()).call().id());
    assertEquals(List.of(), desk.waiting());
  }

  @Test
  void aCallOnHoldThatEndsIsForgotten() {
    holding();
    then(state("first", 9, Call.State.ENDED));
    assertNull(desk.held());
    assertEquals("second", roomOf(desk.current()).callId());
    assertTrue(effects.contains(new CallEffect.Media(new MediaCommand.CloseCall("first"))));
  }

  @Test
  void aRefusedSecondCallGoesBackToTheFirst() {
    talking();
    then(
        rang("second"),
        new CallEvent.WaitingAccepted("second", false, true),
        new CallEvent.NotEntered("second", true, "It is over.", NOON));
    assertEquals("first", roomOf(desk.current()).callId());
    assertNull(desk.held());
  }

  @Test
  void bothCallsComeBackAfterTheRelayOrTheMediaProcessWereGone() {
    holding();
    then(new CallEvent.Disconnected(), new CallEvent.Connected());
    assertTrue(effects.contains(new CallEffect.Join("first", false)));
    assertTrue(effects.contains(new CallEffect.Join("second", false)));
    then(
        new CallEvent.Media(new MediaEvent.Died("killed", true), NOON),
        new CallEvent.Media(new MediaEvent.Restarted(2), NOON),
        entered("first", joined("a", 1), joined("m", 2)));
    assertTrue(effects.contains(new CallEffect.Media(new MediaCommand.SetHeld("first", true))));
  }

  @Test
  void callingSomebodyElseHoldsTheCall() {
    talking();
    then(new CallEvent.Dialled("place of third", Call.Media.AUDIO));
    assertEquals("first", held().callId());
    assertTrue(effects.contains(new CallEffect.Start("place of third", Call.Media.AUDIO, true)));
    then(new CallEvent.NotEntered("place of third", true, "No.", NOON));
    assertEquals("first", roomOf(desk.current()).callId());
  }

  @Test
  void aRunningCallIsKnownAndCanBeJoined() {
    then(state("first", 3, Call.State.ACTIVE));
    assertNotNull(desk.running().get("place of first"));
    then(new CallEvent.JoinedRunning("place of first"));
    assertEquals(List.of(new CallEffect.Join("first", false)), effects);
    then(state("first", 2, Call.State.ENDED));
    assertNotNull(desk.running().get("place of first"));
    then(state("first", 4, Call.State.ENDED));
    assertNull(desk.running().get("place of first"));
  }

  private void talking() {
    then(rang("first"), new CallEvent.Accepted(true));
    then(entered("first", joined("a", 1), joined("m", 1)));
    assertInstanceOf(CallState.Active.class, desk.current());
  }

  private void holding() {
    talking();
    then(rang("second"), new CallEvent.WaitingAccepted("second", false, true));
    then(entered("second", joined("z", 1), joined("m", 1)));
  }

  private Room held() {
    Room held = desk.held();
    if (held == null) {
      throw new AssertionError("nothing on hold: " + desk);
    }
    return held;
  }

  private static Room roomOf(CallState state) {
    Room room = state.currentRoom();
    if (room == null) {
      throw new AssertionError("in no call: " + state);
    }
    return room;
  }

  private void then(CallEvent... events) {
    List<CallEffect> all = new ArrayList<>();
    for (CallEvent event : events) {
      DeskReducer.Move move = reducer.reduce(desk, event);
      desk = move.desk();
      all.addAll(move.effects());
    }
    effects = all.stream().filter(effect -> !(effect instanceof CallEffect.Wait)).toList();
  }

  private static CallEvent rang(String id) {
    return new CallEvent.Rang(call(id, joined("a", 1), ringing("m")));
  }

  private static CallEvent entered(String id, Participant... participants) {
    return new CallEvent.Entered(
        call(id, participants), List.of(), Call.IceTransportPolicy.ALL, NOON);
  }

  private static CallEvent state(String id, long revision, Call.State state) {
    return state(id, revision, state, joined("a", 1), joined("z", 1));
  }

  private static CallEvent state(
      String id, long revision, Call.State state, Participant... participants) {
    return new CallEvent.Changed(
        new ServerEvent.CallState(
            id, "place of " + id, Call.Media.VIDEO, state, null, List.of(participants), revision),
        NOON);
  }

  private static Call call(String id, Participant... participants) {
    long in =
        List.of(participants).stream()
            .filter(p -> p.state() == Call.ParticipantState.JOINED)
            .count();
    return new Call(
        id,
        "place of " + id,
        Call.Media.VIDEO,
        in > 1 ? Call.State.ACTIVE : Call.State.RINGING,
        null,
        participants[0].userId(),
        List.of(participants),
        NOON,
        null,
        null,
        1);
  }
}
