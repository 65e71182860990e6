package dev.windowshop.relay.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.relay.socketio.engine.EngineConfig;
import dev.windowshop.relay.socketio.engine.TransportKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server does with requests and packets that no proper client sends, and with clients
/// that do not read.
class WireIT {
  private static final int MAX_PAYLOAD = 10_000;
  private static final int MAX_BUFFERED = 200_000;
  private static final String CONNECTED = "?EIO=4&transport=websocket";

  private final EngineConfig engine =
      EngineConfig.at("/socket.io")
          .withLimits(MAX_PAYLOAD, MAX_BUFFERED)
          .withCorsOrigins(Set.of("https://shop.example"));
  private final TestServer server = new TestServer(SocketIoConfig.of(engine));
  private final RawClient client = new RawClient(server.uri("/socket.io/"));
  private final BlockingQueue<dev.windowshop.relay.socketio.Socket> accepted =
      new LinkedBlockingQueue<>();
  private final BlockingQueue<String> reasons = new LinkedBlockingQueue<>();

  WireIT() {
    server
        .main()
        .onConnect(handshake ->
            CompletableFuture.completedFuture(
                new Admission.Accept(socket -> {
                  socket.join("room");
                  socket.onDisconnect(reasons::add);
                  accepted.add(socket);
                })));
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T value = queue.poll(10, TimeUnit.SECONDS);
    assertNotNull(value, "nothing came in time");
    return value;
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsRefusedUnread() throws IOException {
    try (Socket connection = new Socket("127.0.0.1", server.port())) {
      connection.setSoTimeout(10_000);
      String id = client.open();
      connection
          .getOutputStream()
          .write(
              ("POST /socket.io/?EIO=4&transport=polling&sid=%s HTTP/1.1\r\n"
                      + "Host: localhost\r\nContent-Length: 500000000\r\n\r\n4")
                  .formatted(id)
                  .getBytes(StandardCharsets.US_ASCII));

      String answer =
          new String(connection.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
      assertEquals(400, client.poll(id).statusCode());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aBodyThatGrowsTooLargeIsRefusedBeforeItIsReadWhole()
      throws IOException, InterruptedException {
    String id = client.open();
    long[] read = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return 'x';
          }
        };

    try {
      HttpResponse<String> answer = client.post(id, BodyPublishers.ofInputStream(() -> endless));
      assertEquals(413, answer.statusCode());
    } catch (java.net.ProtocolException e) {
      throw e; // An answer that is no answer.
    } catch (IOException e) {
      // The connection ended while the body was still being sent.
      assertTrue(read[0] > MAX_PAYLOAD);
    }

    try (RawClient other = new RawClient(server.uri("/socket.io/"))) {
      assertEquals(400, other.poll(id).statusCode());
    }
  }

  @Test
  void aBodyOfUnknownLengthBelowTheLimitIsTaken() throws IOException, InterruptedException {
    String id = client.open();
    byte[] body = "40".getBytes(StandardCharsets.US_ASCII);

    assertEquals(
        200,
        client
            .post(id, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .statusCode());
    next(accepted);
  }

  @Test
  void aWebSocketMessageThatIsTooLargeEndsTheConnection() throws InterruptedException {
    RawClient.RawSocket socket = client.webSocket(CONNECTED, Long.MAX_VALUE);
    socket.webSocket().sendText("40", true).join();
    next(accepted);

    socket.webSocket().sendText("42[\"" + "x".repeat(MAX_PAYLOAD) + "\"]", true).join();

    assertEquals("transport error", next(reasons));
  }

  @Test
  void aMessageInManyFramesIsLimitedAsAWhole() throws InterruptedException {
    RawClient.RawSocket socket = client.webSocket(CONNECTED, Long.MAX_VALUE);
    socket.webSocket().sendText("40", true).join();
    next(accepted);

    socket.webSocket().sendText("42[\"", false).join();
    for (int i = 0; i < 4; i++) {
      socket.webSocket().sendText("x".repeat(MAX_PAYLOAD / 3), false).join();
    }

    assertEquals("transport error", next(reasons));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4abc", "42{}", "42/other,[\"hi\"]", "40", "43", "9", "", "0", "2"})
  void aPacketThatMakesNoSenseEndsTheConnection(String packet) throws InterruptedException {
    RawClient.RawSocket socket = client.webSocket(CONNECTED, Long.MAX_VALUE);
    socket.webSocket().sendText("40", true).join();
    next(accepted);

    socket.webSocket().sendText(packet, true).join();

    assertEquals("parse error", next(reasons));
  }

  @Test
  void textAmongAttachmentsEndsTheConnection() throws InterruptedException {
    RawClient.RawSocket socket = client.webSocket(CONNECTED, Long.MAX_VALUE);
    socket.webSocket().sendText("40", true).join();
    next(accepted);

    socket.webSocket().sendText("451-[\"hi\",{\"_placeholder\":true,\"num\":0}]", true).join();
    socket.webSocket().sendText("42[\"hi\"]", true).join();

    assertEquals("parse error", next(reasons));
  }

  @Test
  void badPacketsOfAPostAreRefused() throws IOException, InterruptedException {
    String id = client.open();

    assertEquals(400, client.post(id, "42[\"before connecting\"]").statusCode());
    assertEquals(400, client.poll(id).statusCode());
  }

  @Test
  void whoDoesNotAnswerPingsIsDropped() throws InterruptedException {
    EngineConfig quick = engine.withHeartbeat(Duration.ofMillis(50), Duration.ofMillis(50));
    try (TestServer impatient = new TestServer(SocketIoConfig.of(quick));
        RawClient raw = new RawClient(impatient.uri("/socket.io/"))) {
      RawClient.RawSocket socket = raw.webSocket(CONNECTED, Long.MAX_VALUE);

      assertTrue(next(socket.events()).startsWith("0{"));
      assertEquals("2", next(socket.events()));
      assertEquals("closed", next(socket.events()));
    }
  }

  @Test
  void aWebSocketThatDoesNotReadIsDropped() throws InterruptedException {
    // Reads the opening, and no more.
    client.webSocket(CONNECTED, 1).webSocket().sendText("40", true).join();
    next(accepted);
    String large = "x".repeat(MAX_PAYLOAD);

    while (reasons.isEmpty() && server.sockets().stats().sockets() > 0) {
      server.main().broadcastToAll("news", large);
      Thread.onSpinWait();
    }

    assertEquals("slow consumer", next(reasons));
    assertEquals(1, server.sockets().stats().engine().slowConsumersDropped());
  }

  @Test
  void aPollerThatDoesNotPollIsDropped() throws IOException, InterruptedException {
    String id = client.open();
    client.post(id, "40");
    next(accepted);

    for (int sent = 0; sent <= MAX_BUFFERED; sent += MAX_PAYLOAD) {
      server.main().broadcastToAll("news", "x".repeat(MAX_PAYLOAD));
    }

    assertEquals("slow consumer", next(reasons));
    assertEquals(400, client.poll(id).statusCode());
  }

  @Test
  void aPollerHearsWhatWasSaidBeforeItWasDisconnected() throws IOException, InterruptedException {
    String id = client.open();
    client.post(id, "40");
    dev.windowshop.relay.socketio.Socket socket = next(accepted);

    socket.emit("error", "signed out");
    socket.disconnect(true);
    assertEquals("server namespace disconnect", next(reasons));

    String last = client.poll(id).body();
    assertTrue(last.endsWith("\u001e42[\"error\",\"signed out\"]\u001e41\u001e1"), last);
    assertEquals(400, client.poll(id).statusCode());
  }

  @Test
  void aPollThatIsGivenUpEndsTheSession() throws IOException, InterruptedException {
    String id = client.open();
    client.post(id, "40");
    next(accepted);
    client.poll(id);
    try (Socket connection = new Socket("127.0.0.1", server.port())) {
      connection
          .getOutputStream()
          .write(
              "GET /socket.io/?EIO=4&transport=polling&sid=%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .formatted(id)
                  .getBytes(StandardCharsets.US_ASCII));
    }

    assertEquals("transport error", next(reasons));
    assertEquals(400, client.poll(id).statusCode());
  }

  @Test
  void requestsThatAreNoSessionsAreRefused() throws IOException, InterruptedException {
    assertRefused(5, "?EIO=3&transport=polling");
    assertRefused(0, "?EIO=4&transport=pigeon");
    assertRefused(0, "?EIO=4");
    assertRefused(1, "?EIO=4&transport=polling&sid=unknown");
    assertRefused(3, CONNECTED);
  }

  private void assertRefused(int code, String query) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.get(query);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().startsWith("{\"code\":" + code + ","), answer.body());
  }

  @Test
  void otherPathsAreLeftToOthers() throws IOException, InterruptedException {
    try (RawClient other = new RawClient(server.uri("/socket.io.js"))) {
      assertEquals("other", other.get("?EIO=4&transport=polling").body());
    }
  }

  @Test
  void browsersOfAllowedOriginsMayPoll() throws IOException, InterruptedException {
    HttpResponse<String> allowed =
        client.send(
            client.request("?EIO=4&transport=polling").header("Origin", "https://shop.example"));
    HttpResponse<String> other =
        client.send(
            client.request("?EIO=4&transport=polling").header("Origin", "https://evil.example"));

    assertEquals(
        "https://shop.example",
        allowed.headers().firstValue("access-control-allow-origin").orElse(""));
    assertTrue(other.headers().firstValue("access-control-allow-origin").isEmpty());
  }

  @Test
  void aTransportThatIsSwitchedOffIsUnknown() throws IOException, InterruptedException {
    try (TestServer webSocketOnly =
            new TestServer(
                SocketIoConfig.of(engine.withTransports(Set.of(TransportKind.WEBSOCKET))));
        RawClient raw = new RawClient(webSocketOnly.uri("/socket.io/"))) {
      assertEquals(400, raw.get("?EIO=4&transport=polling").statusCode());
    }
  }

  @Test
  void everySessionIsCountedAndForgotten() throws IOException, InterruptedException {
    String id = client.open();
    assertEquals(1, server.sockets().stats().engine().open());

    client.post(id, "1");

    assertEquals(0, server.sockets().stats().engine().open());
    assertEquals(1, server.sockets().stats().engine().opened());
  }
}
