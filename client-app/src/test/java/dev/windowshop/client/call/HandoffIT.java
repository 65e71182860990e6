package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A call that goes on at another device of somebody who is in it, with real media processes.
final class HandoffIT {
  @TempDir Path folder;

  private Relay relay;
  private Caller anna;
  private Caller ben;
  private Caller tablet;

  @BeforeEach
  void meet() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    anna = Caller.inGroup(folder, relay.address(), "anna", 7, SoundAccess.LISTENING);
    ben = Caller.inGroup(folder, relay.address(), "ben", 9, SoundAccess.LISTENING);
    String conversationId =
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
    // Another device of his is signed in meanwhile, and is not asked for: it is not rung.
    tablet = ben.onAnotherDevice(folder.resolve("tablet"), 11);
  }

  @AfterEach
  void part() {
    List.of(tablet, anna, ben).forEach(Caller::close);
    relay.close();
  }

  @Test
  void aCallMovesWithoutEndingAndNobodySeesAnybodyLeave() throws Exception {
    anna.awaitPicturesOf(ben, 3);
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
    assertEquals(2, here.room().session());
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
          room.participants().stream().noneMatch(one -> one.state() == Call.ParticipantState.LEFT),
          () -> "somebody left: " + state);
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
          return back != null && back.device() != null && back.device().session() == 2;
        });
    Desk.Elsewhere back = left.elsewhere(ben.userId());
    assertNotNull(back);

    // And back again; then it ends for all.
    anna.lookAway();
    ben.service().joinRunning(back.conversationId());
    anna.awaitPictures(ben.userId(), ben.stamp(), 3);
    tablet.await(CallState.Idle.class);
    anna.service().hangUp();
    ben.await(CallState.Ended.class);
    TestClient.await(
        tablet.service().desk(), desk -> desk != null && desk.elsewhere(ben.userId()) == null);
  }
}
