package dev.windowshop.relay.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.Participant;
import dev.windowshop.protocol.Call.ParticipantState;
import dev.windowshop.protocol.Call.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CallRulesTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_000);
  private static final Instant LATER = Instant.ofEpochMilli(9_000);

  @Test
  void aStartedCallRingsWithItsInitiatorInIt() {
    Call call = started(ringing("b"));
    assertEquals(State.RINGING, call.state());
    assertEquals(ParticipantState.JOINED, stateOf(call, "a"));
    assertEquals(1, call.participants().getFirst().session());
  }

  @Test
  void theFirstAnswerStartsIt() {
    Call call = CallRules.join(started(ringing("b")), "b", LATER);
    assertEquals(State.ACTIVE, call.state());
    assertEquals(LATER, call.startedAt());
  }

  @Test
  void joiningAgainIsANewSession() {
    Call call = CallRules.join(started(ringing("b")), "b", NOW);
    Call again = CallRules.join(call, "b", LATER);
    assertEquals(2, again.participants().get(1).session());
    assertEquals(NOW, again.startedAt());
    assertEquals(call.revision() + 1, again.revision());
  }

  @Test
  void aRefusalOfTheOnlyOneCalledEndsIt() {
    Call call = CallRules.decline(started(ringing("b")), "b", false, LATER);
    assertEquals(State.ENDED, call.state());
    assertEquals("declined", call.reason());
    assertEquals(ParticipantState.LEFT, stateOf(call, "a"));
  }

  @Test
  void aRefusalInAGroupLeavesTheOthersRinging() {
    Call call = CallRules.decline(started(ringing("b"), ringing("c")), "b", false, LATER);
    assertEquals(State.RINGING, call.state());
  }

  @Test
  void whoIsInAnotherCallMakesATwoPersonCallBusyAtOnce() {
    Call call = started(new Participant("b", 0, ParticipantState.BUSY));
    assertEquals(State.ENDED, call.state());
    assertEquals("busy", call.reason());
  }

  @Test
  void hangingUpBeforeAnAnswerCancelsIt() {
    Call call = CallRules.leave(started(ringing("b")), "a", LATER);
    assertEquals("cancelled", call.reason());
    assertEquals(ParticipantState.MISSED, stateOf(call, "b"));
  }

  @Test
  void noAnswerIsAMissedCall() {
    Call call = CallRules.ringTimedOut(started(ringing("b")), LATER);
    assertEquals("missed", call.reason());
    assertEquals(LATER, call.endedAt());
  }

  @Test
  void theTimeOutOnlyConcernsThoseWhoDidNotAnswer() {
    Call active = CallRules.join(started(ringing("b"), ringing("c")), "b", NOW);
    Call after = CallRules.ringTimedOut(active, LATER);
    assertEquals(State.ACTIVE, after.state());
    assertEquals(ParticipantState.JOINED, stateOf(after, "b"));
    assertEquals(ParticipantState.MISSED, stateOf(after, "c"));
  }

  @Test
  void ofTwoPeopleOneHangingUpEndsIt() {
    Call call = CallRules.leave(CallRules.join(started(ringing("b")), "b", NOW), "b", LATER);
    assertEquals(State.ENDED, call.state());
    assertEquals("ended", call.reason());
  }

  @Test
  void aGroupGoesOnUntilTheLastOneLeaves() {
    Call call = CallRules.join(started(ringing("b"), ringing("c")), "b", NOW);
    Call alone = CallRules.leave(call, "a", NOW);
    assertEquals(State.ACTIVE, alone.state());
    assertEquals(State.ENDED, CallRules.leave(alone, "b", LATER).state());
  }

  @Test
  void anEndedCallChangesNoMore() {
    Call call = CallRules.leave(started(ringing("b")), "a", NOW);
    assertSame(call, CallRules.leave(call, "a", LATER));
    assertSame(call, CallRules.decline(call, "b", false, LATER));
    assertSame(call, CallRules.ringTimedOut(call, LATER));
  }

  @Test
  void somebodyWhoWasNotCalledMayComeAlong() {
    Call call = CallRules.join(started(ringing("b")), "c", NOW);
    assertEquals(ParticipantState.JOINED, stateOf(call, "c"));
    assertEquals(State.ACTIVE, call.state());
  }

  private static Call started(Participant... others) {
    return CallRules.start(
        "id", "conversation", Call.Media.VIDEO, "a", List.copyOf(Arrays.asList(others)), NOW);
  }

  private static Participant ringing(String userId) {
    return new Participant(userId, 0, ParticipantState.RINGING);
  }

  private static ParticipantState stateOf(Call call, String userId) {
    return call.participants().stream()
        .filter(p -> p.userId().equals(userId))
        .findFirst()
        .orElseThrow()
        .state();
  }
}
