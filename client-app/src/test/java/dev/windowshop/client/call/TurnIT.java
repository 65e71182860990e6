package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windowshop.client.call.Turn.Way;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.engine.CallPath;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.call.TurnSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real coturn, where one is installed: people who are no contacts meet through it, by whatever
/// way it can be reached; contacts directly.
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
  void strangersMeetThroughTurnByWhicheverWayAndContactsDirectly() throws Exception {
    assumeTrue(Turn.isInstalled(), "coturn is not installed");
    try (Turn turn = new Turn(folder, List.of(Way.values()))) {
      RelayConfig config =
          RelayConfig.local(folder.resolve("relay"))
              .with(builder ->
                  builder
                      .iceServers(turn.urls())
                      .turnSecret(new TurnSecret(Turn.SECRET, Duration.ofMinutes(10))));
      try (Relay relay = Relay.start(config);
          Caller anna = new Caller(folder, relay.address(), "anna", 7);
          Caller ben = new Caller(folder, relay.address(), "ben", 9)) {
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
        assertEquals("", way(anna, ben, conversationId));
      }
    }
  }

  /// How a call of theirs reaches its relay.
  private static String way(Caller anna, Caller ben, String conversationId) throws Exception {
    anna.service().call(conversationId, Call.Media.VIDEO);
    ben.await(CallState.Incoming.class);
    ben.service().accept(true);
    anna.await(CallState.Active.class);
    anna.awaitPicturesOf(ben, 3);
    ben.awaitPicturesOf(anna, 3);
    CallState.Active active =
        anna.await(
            CallState.Active.class,
            state -> {
              MediaEvent.Stats stats = state.room().peers().getFirst().signs().stats();
              return stats != null && stats.receivedKbps() > 0;
            });
    MediaEvent.Stats stats = active.room().peers().getFirst().signs().stats();
    anna.service().hangUp();
    anna.await(CallState.Idle.class);
    ben.await(CallState.Ended.class);
    ben.service().dismiss();
    ben.await(CallState.Idle.class);
    anna.lookAway();
    ben.lookAway();
    return stats == null ? "unknown" : stats.relay();
  }

  private static void befriend(Caller one, Caller other) {
    one.client().core().relay().put("/me/contacts/" + other.userId(), Map.of());
  }
}
