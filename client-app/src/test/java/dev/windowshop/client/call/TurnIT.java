package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windowshop.client.call.Turn.Way;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.media.engine.CallPath;
import dev.windowshop.client.media.engine.Tone;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.call.TurnSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real coturn, where one is installed: people who are no contacts meet through it, by whatever
/// way it can be reached; contacts directly, and a guest of theirs through it alone.
final class TurnIT {
  @TempDir Path folder;

  @BeforeEach
  void trustTheServer() {
    System.setProperty(CallPath.CERTIFICATES_PROPERTY, "unchecked");
  }

  @AfterEach
  void trustNobody() {
    System.clearProperty(CallPath.CERTIFICATES_PROPERTY);
  }

  @Test
  void strangersAndGuestsMeetThroughTurnByWhicheverWayAndContactsDirectly() throws Exception {
    assumeTrue(Turn.isInstalled(), "coturn is not installed");
    try (Turn turn = new Turn(folder, List.of(Way.values()))) {
      RelayConfig config =
          RelayConfig.local(folder.resolve("relay"))
              .with(builder ->
                  builder
                      .iceServers(turn.urls())
                      .turnSecret(new TurnSecret(Turn.SECRET, Duration.ofMinutes(10))));
      try (Relay relay = Relay.start(config);
          Caller anna = small(relay, "anna", 7, SoundAccess.TONE);
          Caller ben = small(relay, "ben", 9, SoundAccess.TONE);
          Caller eve = small(relay, "eve", 11, SoundAccess.LISTENING)) {
        String conversationId =
            anna.client()
                .core()
                .relay()
                .post(
                    "/conversations", Conversation.Create.direct(ben.userId()), Conversation.class)
                .id();
        assertEquals("udp", way(anna, ben, conversationId));
        turn.restart(List.of(Way.TCP, Way.TLS));
        assertEquals("tcp", way(anna, ben, conversationId));
        turn.restart(List.of(Way.TLS));
        assertEquals("tls", way(anna, ben, conversationId));

        befriend(anna, ben);
        befriend(ben, anna);
        talk(anna, ben, conversationId);
        assertEquals("", way(anna, ben));
        comeByALink(eve, anna);
        for (Caller host : List.of(anna, ben)) {
          eve.awaitPicturesOf(host, 3);
          host.awaitPicturesOf(eve, 3);
          eve.awaitTone(host, Tone.hertz(host.stamp()), share -> share > 0.8);
          assertEquals("tls", way(eve, host));
        }
        assertEquals("", way(anna, ben));
      }
    }
  }

  private Caller small(Relay relay, String name, int stamp, SoundAccess sound) {
    return Caller.inGroup(folder, relay.address(), name, stamp, sound);
  }

  /// She is in no conversation of theirs, and knocks at the call.
  private static void comeByALink(Caller guest, Caller host) {
    String callId = host.await(CallState.Active.class).room().callId();
    String token = String.valueOf(links(host).create(callId).join().token());
    guest.service().knockAt(token, links(guest).preview(token).join());
    Desk knocked = host.awaitDesk(desk -> desk.lobby().knocks().size() == 1);
    host.service().answerKnock(knocked.lobby().knocks().getFirst().id(), true);
    guest.await(CallState.Active.class, active -> active.room().peers().size() == 2);
  }

  private static CallLinkClient links(Caller caller) {
    return new CallLinkClient(caller.client().core().relay(), ForkJoinPool.commonPool());
  }

  /// How a call of theirs reaches its relay.
  private static String way(Caller anna, Caller ben, String conversationId) throws Exception {
    talk(anna, ben, conversationId);
    String way = way(anna, ben);
    anna.service().hangUp();
    anna.await(CallState.Idle.class);
    ben.await(CallState.Ended.class);
    ben.service().dismiss();
    ben.await(CallState.Idle.class);
    anna.lookAway();
    ben.lookAway();
    return way;
  }

  private static void talk(Caller anna, Caller ben, String conversationId) throws Exception {
    anna.service().call(conversationId, Call.Media.VIDEO);
    ben.await(CallState.Incoming.class);
    ben.service().accept(true);
    anna.await(CallState.Active.class);
    anna.awaitPicturesOf(ben, 3);
    ben.awaitPicturesOf(anna, 3);
  }

  /// How one reaches the relay to the other in their call; empty for directly.
  private static String way(Caller one, Caller other) {
    CallState.Active active =
        one.await(CallState.Active.class, state -> stats(state, other) != null);
    MediaEvent.Stats stats = stats(active, other);
    return stats == null ? "unknown" : stats.relay();
  }

  /// Null until something has come.
  private static MediaEvent.@Nullable Stats stats(CallState.Active active, Caller of) {
    Peer peer = active.room().peer(of.userId());
    MediaEvent.Stats stats = peer == null ? null : peer.signs().stats();
    return stats == null || stats.receivedKbps() <= 0 ? null : stats;
  }

  private static void befriend(Caller one, Caller other) {
    one.client().core().relay().put("/me/contacts/" + other.userId(), Map.of());
  }
}
