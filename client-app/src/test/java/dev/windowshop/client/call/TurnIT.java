package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.call.TurnSecret;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real coturn, where one is installed: people who are no contacts meet through it, contacts
/// directly.
final class TurnIT {
  private static final String SECRET = "only for this test";

  @TempDir Path folder;

  @Test
  void strangersMeetThroughTurnAndContactsDirectly() throws Exception {
    assumeTrue(isInstalled(), "coturn is not installed");
    int port = freePort();
    Process turn = start(port);
    RelayConfig config =
        RelayConfig.local(folder.resolve("relay"))
            .with(builder ->
                builder
                    .iceServers(List.of("turn:127.0.0.1:" + port + "?transport=udp"))
                    .turnSecret(new TurnSecret(SECRET, Duration.ofMinutes(10))));
    try (Relay relay = Relay.start(config);
        Caller anna = new Caller(folder, relay.address(), "anna", 7);
        Caller ben = new Caller(folder, relay.address(), "ben", 9)) {
      awaitListening(turn, port);
      String conversationId =
          anna.client()
              .core()
              .relay()
              .post("/conversations", Conversation.Create.direct(ben.userId()), Conversation.class)
              .id();
      assertTrue(isRelayed(anna, ben, conversationId));

      befriend(anna, ben);
      befriend(ben, anna);
      assertTrue(!isRelayed(anna, ben, conversationId));
    } finally {
      turn.destroyForcibly().waitFor();
    }
  }

  private static boolean isRelayed(Caller anna, Caller ben, String conversationId)
      throws Exception {
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
    return stats != null && stats.relayed();
  }

  private static void befriend(Caller one, Caller other) {
    one.client().core().relay().put("/me/contacts/" + other.userId(), Map.of());
  }

  private Process start(int port) throws IOException {
    return new ProcessBuilder(
            "turnserver",
            "-n",
            "--use-auth-secret",
            "--static-auth-secret=" + SECRET,
            "--realm=windowshop.test",
            "--listening-ip=127.0.0.1",
            "--relay-ip=127.0.0.1",
            "--listening-port=" + port,
            "--allow-loopback-peers",
            "--no-cli",
            "--no-tls",
            "--no-dtls",
            "--log-file=stdout",
            "--pidfile=" + folder.resolve("turn.pid"))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// It listens on TCP too, which can be asked.
  private static void awaitListening(Process turn, int port) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < end && turn.isAlive()) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        LockSupport.parkNanos(20_000_000);
      }
    }
    throw new AssertionError("coturn does not listen, alive: " + turn.isAlive());
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(place -> Path.of(place).resolve("turnserver"))
        .anyMatch(Files::isExecutable);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
