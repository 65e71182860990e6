package dev.windowshop.client.call;

import static dev.windowshop.client.call.Script.ID;
import static dev.windowshop.client.call.Script.PLACE;
import static dev.windowshop.client.call.Script.call;
import static dev.windowshop.client.call.Script.changed;
import static dev.windowshop.client.call.Script.dialled;
import static dev.windowshop.client.call.Script.entered;
import static dev.windowshop.client.call.Script.joined;
import static dev.windowshop.client.call.Script.left;
import static dev.windowshop.client.call.Script.over;
import static dev.windowshop.client.call.Script.refused;
import static dev.windowshop.client.call.Script.ringing;
import static dev.windowshop.client.call.Script.signal;
import static dev.windowshop.client.call.Script.unreachable;
import static dev.windowshop.client.call.Script.waited;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.call.CallState.Reason;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.ParticipantState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The way into a call and out of it.
final class CallReducerTest {
  private final Script script = new Script();

  @Test
  void diallingAsksTheRelay() {
    script.then(dialled());
    assertEquals(List.of(new CallEffect.Start(PLACE, Call.Media.VIDEO, false)), script.asked());
    script.in(CallState.Dialling.class);
  }

  @Test
  void whileItRingsOneSeesOneself() {
    script.then(dialled(), entered(1, joined("m", 1), ringing("z")));
    script.in(CallState.Outgoing.class);
    assertTrue(script.asked(MediaCommand.OpenCall.class).getFirst().cameraOn());
    assertEquals(List.of(), script.asked(MediaCommand.AddPeer.class));
  }

  @Test
  void whoeverAnswersOffers() {
    outgoing().then(changed(2, joined("m", 1), joined("z", 1)));
    script.in(CallState.Active.class);
    assertEquals(
        List.of(new MediaCommand.AddPeer(ID, new PeerKey("z", 1), 1, false, false)),
        script.asked());
  }

  @Test
  void anAnswerThatComesBeforeTheRelaysIsNotLost() {
    script.then(
        dialled(),
        changed(2, joined("m", 1), joined("z", 1)),
        signal("z", 1, 1),
        entered(1, joined("m", 1), ringing("z")));
    script.in(CallState.Active.class);
    assertFalse(script.asked(MediaCommand.AddPeer.class).getFirst().offerer());
    assertEquals(1, script.asked(MediaCommand.RemoteDescription.class).size());
  }

  @Test
  void callingEachOtherAtOnceIsOneCallInWhichTheSecondOffers() {
    script.then(
        dialled(),
        new CallEvent.Rang(call(1, joined("z", 1), ringing("m"))),
        entered(2, joined("z", 1), joined("m", 1)));
    script.in(CallState.Active.class);
    assertTrue(script.asked(MediaCommand.AddPeer.class).getFirst().offerer());
  }

  @Test
  void aRefusalIsSaidForAWhile() {
    outgoing().then(over(2, "declined"));
    assertEquals(Reason.DECLINED, script.in(CallState.Ended.class).reason());
    assertEquals(List.of(new MediaCommand.CloseCall(ID)), script.asked());
    script.then(waited(script.waiting()));
    script.in(CallState.Idle.class);
  }

  @Test
  void noAnswerIsSaid() {
    outgoing().then(over(2, "missed"));
    assertEquals(Reason.NO_ANSWER, script.in(CallState.Ended.class).reason());
  }

  @Test
  void somebodyBusyIsSaidWithoutTouchingTheCamera() {
    Call busy =
        new Call(
            ID,
            PLACE,
            Call.Media.VIDEO,
            Call.State.ENDED,
            "busy",
            "m",
            List.of(left("m"), new Call.Participant("z", 0, ParticipantState.BUSY)),
            Script.NOON,
            null,
            Script.NOON,
            1);
    script.then(
        dialled(),
        new CallEvent.Entered(busy, List.of(), Call.IceTransportPolicy.ALL, Script.NOON));
    assertEquals(Reason.BUSY, script.in(CallState.Ended.class).reason());
    assertEquals(List.of("z"), script.in(CallState.Ended.class).others());
    assertEquals(List.of(), script.asked(MediaCommand.OpenCall.class));
  }

  @Test
  void hangingUpBeforeTheRelayAnsweredLeavesTheCallThatItMade() {
    script.then(dialled(), new CallEvent.HungUp());
    script.in(CallState.Idle.class);
    script.then(entered(1, joined("m", 1), ringing("z")));
    assertEquals(List.of(new CallEffect.Leave(ID)), script.asked());
  }

  @Test
  void cancellingLeavesAtOnce() {
    outgoing().then(new CallEvent.HungUp());
    script.in(CallState.Idle.class);
    assertEquals(List.of(new CallEffect.Leave(ID), new MediaCommand.CloseCall(ID)), script.asked());
  }

  @Test
  void withoutTheRelayACallIsNotMade() {
    script.then(dialled(), unreachable(PLACE));
    assertEquals(Reason.UNREACHABLE, script.in(CallState.Ended.class).reason());
  }

  @Test
  void acceptingAudioOnlyJoinsWithTheCameraOff() {
    script.then(rang(), new CallEvent.Accepted(false));
    assertEquals(List.of(new CallEffect.Join(ID, false)), script.asked());
    script.then(entered(2, joined("a", 1), joined("m", 1)));
    assertFalse(script.asked(MediaCommand.OpenCall.class).getFirst().cameraOn());
    assertEquals(
        List.of(new MediaCommand.AddPeer(ID, new PeerKey("a", 1), 1, true, true)),
        script.asked(MediaCommand.AddPeer.class));
  }

  @Test
  void decliningTellsTheRelay() {
    script.then(rang(), new CallEvent.Declined());
    script.in(CallState.Idle.class);
    assertEquals(List.of(new CallEffect.Decline(ID)), script.asked());
  }

  @Test
  void aCancelledCallStopsRinging() {
    script.then(rang(), over(2, "cancelled"));
    script.in(CallState.Idle.class);
  }

  @Test
  void answeringOnAnotherDeviceStopsTheRinging() {
    script.then(rang(), changed(2, joined("a", 1), joined("m", 1)));
    script.in(CallState.Idle.class);
  }

  @Test
  void anotherOneWhoRingsWaits() {
    Call other =
        new Call(
            "other",
            "elsewhere",
            Call.Media.AUDIO,
            Call.State.RINGING,
            null,
            "z",
            List.of(joined("z", 1), ringing("m")),
            Script.NOON,
            null,
            null,
            1);
    script.then(rang(), new CallEvent.Rang(other));
    assertEquals(ID, script.in(CallState.Incoming.class).call().id());
    script.then(new CallEvent.Declined());
    assertEquals("other", script.in(CallState.Incoming.class).call().id());
  }

  @Test
  void acceptingTooLateSaysSo() {
    script.then(rang(), new CallEvent.Accepted(true), refused(ID));
    assertEquals(Reason.REFUSED, script.in(CallState.Ended.class).reason());
  }

  @Test
  void withoutASocketNothingRings() {
    script.then(rang(), new CallEvent.Disconnected());
    script.in(CallState.Idle.class);
  }

  @Test
  void whenTheOtherHangsUpItSaysHowLongItWas() {
    outgoing().then(changed(2, joined("m", 1), joined("z", 1)), over(3, "ended"));
    CallState.Ended ended = script.in(CallState.Ended.class);
    assertEquals(Reason.OVER, ended.reason());
    assertEquals(Duration.ZERO, ended.lasted());
    assertEquals(List.of("z"), ended.others());
  }

  private Script outgoing() {
    return script.then(dialled(), entered(1, joined("m", 1), ringing("z")));
  }

  private static CallEvent rang() {
    return new CallEvent.Rang(call(1, joined("a", 1), ringing("m")));
  }
}
