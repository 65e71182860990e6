package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Ways into a call that runs: by another device, and by a link from outside its conversation. With
/// real media processes; the call is the same for all.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CallDoorsIT {
  private Path folder;

  private Relay relay;
  private Caller anna;
  private Caller ben;
  private Caller eve;
  private String conversationId;

  @BeforeAll
  void talk(@TempDir Path shared) {
    folder = shared;
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    anna = Caller.inGroup(folder, relay.address(), "anna", 7, SoundAccess.LISTENING);
    ben = Caller.soonAtRest(folder, relay.address(), "ben", 9);
    eve = Caller.inGroup(folder, relay.address(), "eve", 11, SoundAccess.LISTENING);
    conversationId =
        anna.client()
            .core()
            .relay()
            .post("/conversations", Conversation.Create.direct(ben.userId()), Conversation.class)
            .id();
    anna.service().call(conversationId, Call.Media.VIDEO);
    ben.await(CallState.Incoming.class);
    ben.service().accept(true);
    anna.await(CallState.Active.class);
    ben.await(CallState.Active.class);
  }

  @AfterAll
  void part() {
    List.of(eve, anna, ben).forEach(Caller::close);
    relay.close();
  }

  @Test
  void aCallMovesWithoutEndingAndNobodySeesAnybodyLeave() throws Exception {
    anna.awaitPicturesOf(ben, 3);
    Caller tablet = ben.onAnotherDevice(folder.resolve("tablet"), 13);
    ben.service().setMuted(true);
    Desk there =
        tablet.awaitDesk(desk -> {
          Desk.Elsewhere elsewhere = desk.elsewhere(ben.userId());
          return elsewhere != null && elsewhere.device() != null && elsewhere.device().muted();
        });
    Desk.Elsewhere elsewhere = there.elsewhere(ben.userId());
    assertNotNull(elsewhere);
    Call.Device device = elsewhere.device();
    assertNotNull(device);
    assertNotNull(device.device(), "a device has a name among the sessions");

    List<CallState> seen = new CopyOnWriteArrayList<>();
    var watching = anna.service().state().observe(seen::add);
    long mediaPid = ben.mediaPid();
    anna.lookAway();
    tablet.service().joinRunning(elsewhere.conversationId());

    CallState.Active here = tablet.await(CallState.Active.class);
    assertTrue(here.room().session() > device.session());
    assertTrue(here.room().local().muted(), "he was muted, and still is");
    anna.awaitPictures(ben.userId(), tablet.stamp(), 3);
    tablet.awaitPicturesOf(anna, 3);
    watching.close();

    // To her he was there all the time.
    for (CallState state : seen) {
      Room room = state.currentRoom();
      assertNotNull(room, () -> "she was in no call: " + state);
      assertNotNull(room.peer(ben.userId()), () -> "he was gone: " + state);
      assertTrue(
          room.participants().stream()
              .noneMatch(one ->
                  one.userId().equals(ben.userId()) && one.state() == Call.ParticipantState.LEFT),
          () -> "he left: " + state);
    }

    // The device that he came from has let go of everything, and offers to take it back.
    ben.await(CallState.Idle.class);
    var process = ProcessHandle.of(mediaPid);
    if (process.isPresent()) {
      process.get().onExit().get(30, TimeUnit.SECONDS);
    }
    Desk left =
        ben.awaitDesk(desk -> {
          Desk.Elsewhere back = desk.elsewhere(ben.userId());
          return back != null
              && back.device() != null
              && back.device().session() == here.room().session();
        });
    Desk.Elsewhere back = left.elsewhere(ben.userId());
    assertNotNull(back);

    // And back again; then it ends for all.
    anna.lookAway();
    ben.service().joinRunning(back.conversationId());
    anna.awaitPictures(ben.userId(), ben.stamp(), 3);
    tablet.await(CallState.Idle.class);
    tablet.close();
  }

  @Test
  void whoOpensALinkKnocksIsLetInAndSeesTheCallAndNothingElse() throws Exception {
    CallLink made = links(anna).create(anna.await(CallState.Active.class).room().callId()).join();
    String token = KnockLink.tokenIn(KnockLink.to(String.valueOf(made.token())));
    assertNotNull(token);
    CallLink seen = links(eve).preview(token).join();
    assertEquals(2, seen.people());

    // She turns away, and comes again; ben refuses nobody, anna lets her in.
    eve.service().knockAt(token, seen);
    anna.awaitDesk(desk -> desk.lobby().knocks().size() == 1);
    eve.awaitDesk(desk -> desk.lobby().own() != null && desk.lobby().own().knock() != null);
    eve.service().endKnock();
    anna.awaitDesk(desk -> desk.lobby().knocks().isEmpty());
    eve.service().knockAt(token, seen);
    ben.awaitDesk(desk -> desk.lobby().knocks().size() == 1);
    Desk knocked = anna.awaitDesk(desk -> desk.lobby().knocks().size() == 1);
    CallLink.Knock knock = knocked.lobby().knocks().getFirst();
    assertEquals("eve", knock.user().username());
    anna.service().answerKnock(knock.id(), true);

    CallState.Active inside =
        eve.await(CallState.Active.class, active -> active.room().peers().size() == 2);
    assertTrue(
        inside.room().participants().stream()
            .anyMatch(one -> one.userId().equals(eve.userId()) && one.guest()));
    ben.awaitDesk(desk -> desk.lobby().knocks().isEmpty());
    eve.awaitPicturesOf(anna, 3);
    eve.awaitPicturesOf(ben, 3);
    anna.awaitPicturesOf(eve, 3);
    ben.awaitPicturesOf(eve, 3);
    for (String path :
        List.of(
            "/conversations/" + conversationId, "/conversations/" + conversationId + "/messages")) {
      ProblemException refused =
          assertThrows(
              ProblemException.class,
              () ->
                  eve.client()
                      .core()
                      .relay()
                      .get(path, com.fasterxml.jackson.databind.JsonNode.class));
      assertEquals(ProblemType.NOT_FOUND, refused.type(), path);
    }

    // She is put out, and hears so when she knocks again.
    anna.service().removeGuest(eve.userId());
    eve.await(CallState.Ended.class);
    anna.await(CallState.Active.class, active -> active.room().peers().size() == 1);
    eve.service().knockAt(token, seen);
    eve.awaitDesk(desk -> desk.lobby().own() != null && desk.lobby().own().ended() != null);
    anna.lookAway();
    anna.awaitPicturesOf(ben, 3);
  }

  private static CallLinkClient links(Caller caller) {
    return new CallLinkClient(caller.client().core().relay(), ForkJoinPool.commonPool());
  }
}
