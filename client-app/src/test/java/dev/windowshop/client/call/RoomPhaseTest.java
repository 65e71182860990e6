package dev.windowshop.client.call;

import static dev.windowshop.client.call.Script.ID;
import static dev.windowshop.client.call.Script.changed;
import static dev.windowshop.client.call.Script.dialled;
import static dev.windowshop.client.call.Script.entered;
import static dev.windowshop.client.call.Script.joined;
import static dev.windowshop.client.call.Script.left;
import static dev.windowshop.client.call.Script.media;
import static dev.windowshop.client.call.Script.offer;
import static dev.windowshop.client.call.Script.over;
import static dev.windowshop.client.call.Script.refused;
import static dev.windowshop.client.call.Script.signal;
import static dev.windowshop.client.call.Script.unreachable;
import static dev.windowshop.client.call.Script.waited;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.call.CallState.Reason;
import dev.windowshop.client.media.LocalSources.Picture;
import dev.windowshop.client.media.LocalSources.Sound;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.MediaEvent.Connection;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.protocol.Call;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The time inside a call, with `z` there.
final class RoomPhaseTest {
  private static final PeerKey Z = new PeerKey("z", 1);
  private static final Path PICTURE = Path.of("picture");

  private final Script script = new Script();

  @BeforeEach
  void enter() {
    script.then(
        dialled(),
        entered(1, joined("m", 1), Script.ringing("z")),
        changed(2, joined("m", 1), joined("z", 1)));
  }

  @Test
  void whatTheEngineMakesIsSignalledWithBothSessions() {
    script.then(media(new MediaEvent.LocalDescription(ID, Z, 1, offer())));
    Call.Signal signal = script.asked(CallEffect.Signal.class).getFirst().signal();
    assertEquals("z", signal.to());
    assertEquals(1, signal.session());
    assertEquals(1, signal.toSession());
    script.then(media(new MediaEvent.LocalDescription(ID, Z, 9, offer())));
    assertEquals(List.of(), script.asked());
  }

  @Test
  void theEndOfCandidatesIsPassedOnBothWays() {
    script.then(media(new MediaEvent.LocalCandidate(ID, Z, 1, null)));
    Call.Signal sent = script.asked(CallEffect.Signal.class).getFirst().signal();
    script.then(
        new CallEvent.Signalled(new Call.Signal(ID, null, "z", 1, 1, null, sent.candidate())));
    assertEquals(List.of(new MediaCommand.RemoteCandidate(ID, Z, null)), script.asked());
  }

  @Test
  void signalsOfOtherSessionsAreDropped() {
    script.then(signal("z", 2, 1), signal("z", 1, 2), signal("a", 1, 1));
    assertEquals(List.of(), script.asked());
    script.then(signal("z", 1, 1));
    assertEquals(List.of(new MediaCommand.RemoteDescription(ID, Z, offer())), script.asked());
  }

  @Test
  void aNewerSessionIsANewConnectionUnderTheOldPicture() {
    script.then(
        media(new MediaEvent.TileOpened(ID, Z, PICTURE)),
        changed(3, joined("m", 1), joined("z", 2)));
    assertEquals(
        List.of(new MediaCommand.AddPeer(ID, new PeerKey("z", 2), 1, false, false)),
        script.asked());
    assertEquals(PICTURE, script.room().peers().getFirst().frames());
  }

  @Test
  void whoLeavesIsLetGo() {
    script.then(changed(3, joined("m", 1), left("z"), joined("a", 1)));
    assertEquals(
        List.of(new MediaCommand.RemovePeer(ID, Z)), script.asked(MediaCommand.RemovePeer.class));
    assertEquals("a", script.room().peers().getFirst().userId());
    script.then(changed(2, joined("m", 1), joined("z", 1)));
    assertEquals("a", script.room().peers().getFirst().userId());
  }

  @Test
  void theOthersHangingUpEndsIt() {
    script.then(over(3, "ended"));
    assertEquals(Reason.OVER, script.in(CallState.Ended.class).reason());
    assertEquals(List.of(new MediaCommand.CloseCall(ID)), script.asked());
  }

  @Test
  void anotherDeviceOfOursTakesOverQuietly() {
    script.then(changed(3, joined("m", 2), joined("z", 1)));
    script.in(CallState.Idle.class);
    assertEquals(List.of(new MediaCommand.CloseCall(ID)), script.asked());
  }

  @Test
  void aDeadMediaProcessIsHealedByJoiningAgain() {
    script.then(
        new CallEvent.Muted(true),
        media(new MediaEvent.TileOpened(ID, Z, PICTURE)),
        media(new MediaEvent.Died("killed", true)));
    assertEquals(Connection.CONNECTING, script.room().peers().getFirst().connection());
    script.then(media(new MediaEvent.Restarted(2)));
    assertEquals(List.of(new CallEffect.Join(ID, false)), script.asked());
    script.then(
        changed(3, joined("m", 2), joined("z", 1)), entered(3, joined("m", 2), joined("z", 1)));
    assertTrue(script.asked(MediaCommand.OpenCall.class).getFirst().muted());
    assertEquals(
        List.of(new MediaCommand.AddPeer(ID, Z, 2, true, false)),
        script.asked(MediaCommand.AddPeer.class));
    assertEquals(PICTURE, script.room().peers().getFirst().frames());
  }

  @Test
  void aMediaProcessThatDiesTooOftenEndsTheCallWithItsReason() {
    script.then(media(new MediaEvent.Died("It stopped.", false)));
    CallState.Ended ended = script.in(CallState.Ended.class);
    assertEquals(Reason.MEDIA_FAILED, ended.reason());
    assertEquals("It stopped.", ended.detail());
    assertEquals(List.of(new CallEffect.Leave(ID)), script.asked(CallEffect.Leave.class));
  }

  @Test
  void aNewSocketJoinsAgainAndKeepsTheDevices() {
    script.then(new CallEvent.Disconnected(), new CallEvent.Connected());
    assertEquals(List.of(new CallEffect.Join(ID, false)), script.asked());
    script.then(entered(3, joined("m", 2), joined("z", 1)));
    assertEquals(
        List.of(
            new MediaCommand.RemovePeer(ID, Z), new MediaCommand.AddPeer(ID, Z, 2, true, false)),
        script.asked());
  }

  @Test
  void aJoinThatDidNotArriveIsTriedAgain() {
    script.then(new CallEvent.Disconnected(), new CallEvent.Connected());
    script.then(unreachable(ID));
    script.then(waited(script.waiting()));
    assertEquals(List.of(new CallEffect.Join(ID, false)), script.asked());
  }

  @Test
  void aCallThatWasOverMeanwhileIsOver() {
    script.then(new CallEvent.Disconnected(), new CallEvent.Connected(), refused(ID));
    assertEquals(Reason.OVER, script.in(CallState.Ended.class).reason());
  }

  @Test
  void withoutTheRelayThoseWhoSeeEachOtherGoOn() {
    script.then(
        media(new MediaEvent.PeerState(ID, Z, Connection.CONNECTED)), new CallEvent.Disconnected());
    CallEffect.Wait wait = script.waiting();
    script.then(waited(wait));
    script.in(CallState.Active.class);
    script.then(media(new MediaEvent.PeerState(ID, Z, Connection.DISCONNECTED)), waited(wait));
    assertEquals(Reason.CONNECTION_LOST, script.in(CallState.Ended.class).reason());
  }

  @Test
  void anOldPatienceDoesNotEndALaterOutage() {
    script.then(new CallEvent.Disconnected());
    CallEffect.Wait first = script.waiting();
    script.then(
        new CallEvent.Connected(),
        entered(3, joined("m", 2), joined("z", 1)),
        new CallEvent.Disconnected(),
        waited(first));
    script.in(CallState.Active.class);
  }

  @Test
  void aFailedConnectionIsRestarted() {
    script.then(media(new MediaEvent.PeerState(ID, Z, Connection.FAILED)));
    assertEquals(List.of(new MediaCommand.RestartIce(ID, Z)), script.asked());
  }

  @Test
  void mutingAndTheCameraReachTheEngineAndShow() {
    script.then(new CallEvent.Muted(true), new CallEvent.CameraSwitched(false));
    assertEquals(
        List.of(new MediaCommand.SetMuted(ID, true), new MediaCommand.SetCamera(ID, false)),
        script.asked());
    assertTrue(script.room().local().muted());
    assertFalse(script.room().local().cameraOn());
  }

  @Test
  void whoSpeaksAndWhoIsMutedShows() {
    script.then(
        media(
            new MediaEvent.Levels(
                ID,
                List.of(
                    new MediaEvent.Level(null, 0.5, true, 0),
                    new MediaEvent.Level(Z, 0.5, true, 0)))),
        media(new MediaEvent.PeerMedia(ID, Z, true, false, false)),
        media(new MediaEvent.LocalMedia(ID, Picture.PATTERN, Sound.SILENCE, false, true)));
    Peer peer = script.room().peers().getFirst();
    assertTrue(peer.speaking());
    assertTrue(peer.muted());
    assertFalse(peer.cameraOn());
    assertTrue(script.room().local().speaking());
    assertEquals(Picture.PATTERN, script.room().local().picture());
  }

  @Test
  void signingOutClosesTheCall() {
    script.then(new CallEvent.SignedOut());
    script.in(CallState.Idle.class);
    assertEquals(List.of(new MediaCommand.CloseCall(ID)), script.asked());
  }
}
