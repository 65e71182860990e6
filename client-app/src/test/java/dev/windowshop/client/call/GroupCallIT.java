package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.media.engine.Tone;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Four clients in one mesh: a real relay, four media processes, pictures told by what is in them.
/// Two of them send a tone, two listen: a process without devices does either.
final class GroupCallIT {
  @TempDir Path folder;

  private Relay relay;
  private Caller anna;
  private Caller ben;
  private Caller cleo;
  private Caller dora;
  private String conversationId;

  @BeforeEach
  void meet() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    anna = Caller.inGroup(folder, relay.address(), "anna", 7, SoundAccess.TONE);
    ben = Caller.inGroup(folder, relay.address(), "ben", 9, SoundAccess.TONE);
    cleo = Caller.inGroup(folder, relay.address(), "cleo", 11, SoundAccess.LISTENING);
    dora = Caller.inGroup(folder, relay.address(), "dora", 13, SoundAccess.LISTENING);
    conversationId =
        anna.client()
            .core()
            .relay()
            .post(
                "/conversations",
                Conversation.Create.group(
                    "Four", List.of(ben.userId(), cleo.userId(), dora.userId())),
                Conversation.class)
            .id();
  }

  @AfterEach
  void part() {
    everybody().forEach(Caller::close);
    relay.close();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void fourPeopleTalkComeAndGoAndAreHealed() throws Exception {
    anna.service().call(conversationId, Call.Media.VIDEO);
    for (Caller one : List.of(ben, cleo, dora)) {
      one.await(CallState.Incoming.class);
      one.service().accept(true);
    }
    everybodySeesEverybody();

    // The tone of those who have one is heard by those who listen, each at its own frequency, until
    // it is muted.
    for (Caller listener : List.of(cleo, dora)) {
      for (Caller speaker : List.of(anna, ben)) {
        listener.awaitTone(speaker, Tone.hertz(speaker.stamp()), share -> share > 0.8);
        awaitPeer(listener, speaker, Peer::speaking);
      }
    }
    dora.awaitTone(anna, Tone.hertz(ben.stamp()), share -> share < 0.05);
    ben.service().setMuted(true);
    cleo.awaitTone(ben, Tone.hertz(ben.stamp()), share -> share < 0.05);
    awaitPeer(cleo, ben, peer -> peer.muted() && !peer.speaking());

    ben.service().setHand(true);
    ben.service().react("👏");
    awaitPeer(dora, ben, peer -> peer.signs().handRaised() && peer.signs().reaction() != null);

    String code = code(anna, ben);
    assertEquals(code, code(ben, anna));
    assertNotEquals(code, code(anna, cleo));

    anna.service().share(new ScreenSource(ScreenSource.Kind.DRAWING, 1007, "A drawing"));
    awaitPeer(cleo, anna, peer -> peer.signs().screen() != null);
    cleo.awaitScreenOf(anna, 1007, 3);
    cleo.awaitPicturesOf(anna, 3);
    anna.service().share(null);
    awaitPeer(cleo, anna, peer -> peer.signs().screen() == null);

    dora.service().hangUp();
    anna.await(CallState.Active.class, active -> active.room().peers().size() == 2);
    dora.awaitDesk(desk -> desk.running().containsKey(conversationId));
    dora.service().joinRunning(conversationId);
    dora.await(CallState.Active.class, active -> active.room().peers().size() == 3);
    for (Caller other : List.of(anna, ben, cleo)) {
      dora.awaitPicturesOf(other, 3);
      other.lookAway();
      other.awaitPicturesOf(dora, 3);
    }
    // Whoever comes later knows who had raised a hand.
    awaitPeer(dora, ben, peer -> peer.signs().handRaised() && peer.signs().reaction() == null);

    ProcessHandle.of(cleo.mediaPid()).orElseThrow().destroyForcibly();
    cleo.await(
        CallState.Active.class,
        active -> active.room().session() > 1 && active.room().link() == Room.Link.JOINED);
    everybody().forEach(Caller::lookAway);
    for (Caller other : List.of(anna, ben, dora)) {
      cleo.awaitPicturesOf(other, 3);
      other.awaitPicturesOf(cleo, 3);
    }

    anna.service().endForAll();
    everybody().forEach(one -> one.await(CallState.Ended.class));
  }

  private List<Caller> everybody() {
    return List.of(anna, ben, cleo, dora);
  }

  private void everybodySeesEverybody() throws Exception {
    for (Caller viewer : everybody()) {
      for (Caller seen : everybody()) {
        if (viewer != seen) {
          viewer.awaitPicturesOf(seen, 3);
        }
      }
    }
  }

  private static String code(Caller viewer, Caller other) {
    String code = awaitPeer(viewer, other, peer -> peer.signs().code() != null).signs().code();
    if (code == null) {
      throw new AssertionError("no code");
    }
    return code;
  }

  private static Peer awaitPeer(Caller viewer, Caller other, Predicate<Peer> wanted) {
    CallState.Active active =
        viewer.await(
            CallState.Active.class,
            state -> {
              Peer peer = state.room().peer(other.userId());
              return peer != null && wanted.test(peer);
            });
    Peer peer = active.room().peer(other.userId());
    if (peer == null) {
      throw new AssertionError("gone");
    }
    return peer;
  }
}
