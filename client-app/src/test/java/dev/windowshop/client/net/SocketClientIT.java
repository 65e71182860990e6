package dev.windowshop.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.windowshop.client.app.TestClient;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Health;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketClientIT {
  @TempDir private Path folder;
  private Relay relay;

  @BeforeEach
  void start() {
    relay = Relay.start(config());
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void aGuestHasNoSocketAndKnowsThatTheRelayIsThere() {
    try (TestClient client = client()) {
      TestClient.await(state(client), ConnectionState.SignedOut.class::isInstance);
    }
  }

  @Test
  void whoSignsInComesOnlineAndWhoSignsOutLeaves() {
    try (TestClient client = client()) {
      client.signUp("anna");
      TestClient.await(state(client), ConnectionState.Online.class::isInstance);
      client.core().account().signOut().join();
      TestClient.await(state(client), ConnectionState.SignedOut.class::isInstance);
    }
  }

  @Test
  void aRelayThatGoesAwayIsFoundAgain() {
    try (TestClient client = client()) {
      client.signUp("anna");
      TestClient.await(state(client), ConnectionState.Online.class::isInstance);
      int port = URI.create(relay.address()).getPort();
      relay.close();
      TestClient.await(state(client), ConnectionState.Offline.class::isInstance);
      relay = Relay.start(config().withPort(port));
      TestClient.await(state(client), ConnectionState.Online.class::isInstance);
    }
  }

  @Test
  void aGuestNoticesThatTheRelayIsBack() {
    int port = URI.create(relay.address()).getPort();
    String address = relay.address();
    relay.close();
    try (TestClient client = new TestClient(folder.resolve("client"), address)) {
      TestClient.await(state(client), ConnectionState.Offline.class::isInstance);
      relay = Relay.start(config().withPort(port));
      TestClient.await(state(client), ConnectionState.SignedOut.class::isInstance);
    }
  }

  @Test
  void aCommandWithoutAConnectionFailsAtOnceAndIsNotKept() {
    try (TestClient client = client()) {
      CompletionException failed =
          assertThrows(CompletionException.class, () -> join(client, Ids.newId()));
      assertInstanceOf(RelayUnreachableException.class, failed.getCause());
    }
  }

  @Test
  void aRefusedCommandCarriesTheRelaysProblem() {
    try (TestClient client = client()) {
      client.signUp("anna");
      TestClient.await(state(client), ConnectionState.Online.class::isInstance);
      CompletionException failed =
          assertThrows(CompletionException.class, () -> join(client, Ids.newId()));
      ProblemException refused = assertInstanceOf(ProblemException.class, failed.getCause());
      assertTrue(refused.problem().status() < 500, refused.toString());
    }
  }

  @Test
  void aTokenIsRenewedBeforeItExpiresOnTheSameConnection() throws InterruptedException {
    relay.close();
    relay = Relay.start(withAccessLife(Duration.ofSeconds(6)));
    try (TestClient client = client()) {
      List<ConnectionState> states = new CopyOnWriteArrayList<>();
      client.signUp("anna");
      TestClient.await(state(client), ConnectionState.Online.class::isInstance);
      CountDownLatch renewals = new CountDownLatch(3);
      try (var states1 = state(client).observe(states::add);
          var changes =
              client.core().relay().session().state().observe(held -> renewals.countDown())) {
        assertTrue(renewals.await(40, TimeUnit.SECONDS));
      }
      assertEquals(List.of(new ConnectionState.Online()), states);
    }
  }

  @Test
  void anExpiredTokenIsRenewedWhenTheRelayRefusesIt() {
    try (TestClient client = client()) {
      client.signUp("anna");
    }
    int port = URI.create(relay.address()).getPort();
    relay.close();
    relay =
        Relay.start(
            config()
                .withPort(port)
                .withClock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20))));
    try (TestClient client = client()) {
      TestClient.await(state(client), ConnectionState.Online.class::isInstance);
    }
  }

  @Test
  void aRelayOfAnotherVersionIsSaidToBeSo() throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/health",
        exchange -> {
          byte[] body = Json.encodeBytes(new Health("ok", "9", 99, Map.of(), Map.of()));
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    other.start();
    try (TestClient client =
        new TestClient(
            folder.resolve("client"), "http://127.0.0.1:" + other.getAddress().getPort())) {
      ConnectionState.Incompatible state =
          assertInstanceOf(
              ConnectionState.Incompatible.class,
              TestClient.await(state(client), ConnectionState.Incompatible.class::isInstance));
      assertTrue(state.why().contains("newer Windowshop"), state.why());
    } finally {
      other.stop(0);
    }
  }

  private static void join(TestClient client, String conversationId) {
    client
        .core()
        .socket()
        .send(Command.JOIN_CONVERSATION, new Command.InConversation(conversationId))
        .join();
  }

  private static dev.windowshop.client.platform.Live<ConnectionState> state(TestClient client) {
    return client.core().socket().state();
  }

  private TestClient client() {
    return new TestClient(folder.resolve("client"), relay.address());
  }

  private RelayConfig config() {
    return RelayConfig.local(folder.resolve("relay"));
  }

  private RelayConfig withAccessLife(Duration life) {
    return config().with(config -> config.accessLife(life));
  }
}
