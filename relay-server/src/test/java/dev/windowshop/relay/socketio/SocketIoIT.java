package dev.windowshop.relay.socketio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.windowshop.relay.socketio.engine.EngineConfig;
import io.socket.client.Ack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// The public Java client against the server, over each way to travel.
@ParameterizedClass
@ValueSource(strings = {"websocket", "polling", "polling,websocket"})
class SocketIoIT {
  private static final long WAIT_SECONDS = 10;

  @Parameter String transports = "";

  private final TestServer server =
      new TestServer(
          SocketIoConfig.of(
              EngineConfig.at("/socket.io")
                  .withHeartbeat(Duration.ofSeconds(2), Duration.ofSeconds(2))));
  private final List<io.socket.client.Socket> clients = new ArrayList<>();
  private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();

  @BeforeEach
  void openTheMainNamespace() {
    server.main().onConnect(this::decide);
  }

  @AfterEach
  void close() {
    clients.forEach(io.socket.client.Socket::close);
    server.close();
  }

  private CompletionStage<Admission> decide(Handshake handshake) {
    String token = handshake.auth().path("token").asText();
    Admission admission =
        token.equals("bad")
            ? new Admission.Reject("invalid token", Map.of("type", "token-invalid"))
            : new Admission.Accept(socket -> {
              socket.attach(token);
              socket.join("room");
              socket.on("echo", (args, ack) -> answer(args, ack));
              socket.emit("welcome", token);
              accepted.add(socket);
            });
    return CompletableFuture.supplyAsync(() -> admission);
  }

  private static void answer(ArrayNode args, dev.windowshop.relay.socketio.@Nullable Ack ack) {
    assertNotNull(ack);
    List<Object> all = new ArrayList<>();
    args.forEach(all::add);
    ack.send(all.toArray());
  }

  private io.socket.client.Socket client(String token) {
    io.socket.client.Socket client = server.client(Map.of("token", token), transports.split(","));
    clients.add(client);
    return client;
  }

  private static BlockingQueue<Object[]> events(io.socket.client.Socket client, String event) {
    BlockingQueue<Object[]> events = new LinkedBlockingQueue<>();
    client.on(event, events::add);
    return events;
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T value = queue.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    assertNotNull(value, "nothing came in time");
    return value;
  }

  @Test
  void aClientConnectsWithItsCredentials() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> welcomes = events(client, "welcome");
    client.connect();

    assertArrayEquals(new Object[] {"anna"}, next(welcomes));
    Socket socket = next(accepted);
    assertEquals("anna", socket.attachment(String.class));
    assertEquals(client.id(), socket.id());
    assertEquals("127.0.0.1", socket.handshake().remoteAddress());
    assertEquals(1, server.sockets().stats().sockets());
  }

  @Test
  void aRefusedClientHearsWhy() throws InterruptedException, JSONException {
    io.socket.client.Socket client = client("bad");
    BlockingQueue<Object[]> errors = events(client, io.socket.client.Socket.EVENT_CONNECT_ERROR);
    client.connect();

    JSONObject error = assertInstanceOf(JSONObject.class, next(errors)[0]);
    assertEquals("invalid token", error.getString("message"));
    assertEquals("token-invalid", error.getJSONObject("data").getString("type"));
  }

  @Test
  void theServerAnswersWithWhatItGot() throws InterruptedException, JSONException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> answers = new LinkedBlockingQueue<>();
    client.connect();
    next(accepted);

    client.emit(
        "echo",
        new Object[] {1, "zwei \ud83d\ude00", new JSONObject().put("a", true)},
        (Ack) answers::add);

    Object[] answer = next(answers);
    assertEquals(1, answer[0]);
    assertEquals("zwei \ud83d\ude00", answer[1]);
    assertEquals(true, assertInstanceOf(JSONObject.class, answer[2]).getBoolean("a"));
  }

  @Test
  void binaryTravelsBothWays() throws InterruptedException {
    byte[] bytes = new byte[300];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> answers = new LinkedBlockingQueue<>();
    client.connect();
    next(accepted);

    client.emit("echo", new Object[] {bytes, "between", new byte[] {1}}, (Ack) answers::add);

    Object[] answer = next(answers);
    assertArrayEquals(bytes, (byte[]) answer[0]);
    assertEquals("between", answer[1]);
    assertArrayEquals(new byte[] {1}, (byte[]) answer[2]);
  }

  @Test
  void aClientAnswersTheServer() throws Exception {
    io.socket.client.Socket client = client("anna");
    client.on("sum", args -> ((Ack) args[2]).call((int) args[0] + (int) args[1]));
    client.on("bytes", args -> ((Ack) args[0]).call((Object) new byte[] {1, 2}));
    client.connect();
    Socket socket = next(accepted);

    assertEquals(5, ask(socket, "sum", 2, 3).path(0).intValue());
    assertArrayEquals(new byte[] {1, 2}, ask(socket, "bytes").path(0).binaryValue());
  }

  private static ArrayNode ask(Socket socket, String event, Object... args) throws Exception {
    return socket
        .emitWithAck(event, Duration.ofSeconds(WAIT_SECONDS), args)
        .toCompletableFuture()
        .get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void anAnswerThatDoesNotComeFails() throws Exception {
    io.socket.client.Socket client = client("anna");
    client.connect();
    Socket socket = next(accepted);

    CompletableFuture<ArrayNode> late =
        socket.emitWithAck("silence", Duration.ofMillis(50)).toCompletableFuture();
    CompletableFuture<ArrayNode> gone =
        socket.emitWithAck("silence", Duration.ofSeconds(60)).toCompletableFuture();

    assertFails(late);
    socket.disconnect(true);
    assertFails(gone);
  }

  private static void assertFails(CompletableFuture<ArrayNode> answer) throws Exception {
    try {
      answer.get(WAIT_SECONDS, TimeUnit.SECONDS);
      throw new AssertionError("an answer came");
    } catch (ExecutionException e) {
      assertInstanceOf(AckFailedException.class, e.getCause());
    }
  }

  @Test
  void aBroadcastReachesTheRoomOnceInOrderAndSparesTheExcepted() throws InterruptedException {
    List<BlockingQueue<Object[]>> inboxes = new ArrayList<>();
    List<Socket> sockets = new ArrayList<>();
    for (String token : List.of("anna", "ben", "cleo", "dora")) {
      io.socket.client.Socket client = client(token);
      inboxes.add(events(client, "news"));
      client.connect();
      sockets.add(next(accepted));
    }
    sockets.get(1).join("other");
    sockets.get(3).leave("room");

    for (int i = 0; i < 100; i++) {
      server.main().broadcast(List.of("room", "other"), Set.of(sockets.get(0).id()), "news", i);
    }
    server.main().broadcastToAll("news", "end");

    for (int receiver : new int[] {1, 2}) {
      for (int i = 0; i < 100; i++) {
        assertEquals(i, next(inboxes.get(receiver))[0]);
      }
    }
    for (BlockingQueue<Object[]> inbox : inboxes) {
      assertEquals("end", next(inbox)[0]);
      assertTrue(inbox.isEmpty());
    }
  }

  @Test
  void whatOneThreadEmitsArrivesInOrder() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> numbers = events(client, "number");
    client.connect();
    Socket socket = next(accepted);

    for (int i = 0; i < 500; i += 2) {
      socket.emit("number", i);
      server.main().broadcast(List.of("room"), List.of(), "number", i + 1);
    }

    for (int i = 0; i < 500; i++) {
      assertEquals(i, next(numbers)[0]);
    }
  }

  @Test
  void aDisconnectionIsToldToBothSidesAndEmptiesTheRooms() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> ends = events(client, io.socket.client.Socket.EVENT_DISCONNECT);
    client.connect();
    Socket socket = next(accepted);
    BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    socket.onDisconnect(reasons::add);

    socket.disconnect(false);

    assertEquals("io server disconnect", next(ends)[0]);
    assertEquals("server namespace disconnect", next(reasons));
    assertTrue(server.main().in("room").isEmpty());
    assertEquals(0, server.sockets().stats().sockets());
    socket.join("room");
    assertTrue(server.main().in("room").isEmpty());
  }

  @Test
  void aClientThatLeavesIsNoticed() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> connected = events(client, io.socket.client.Socket.EVENT_CONNECT);
    client.connect();
    Socket socket = next(accepted);
    BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    socket.onDisconnect(reasons::add);
    next(connected);

    client.disconnect();

    assertEquals("client namespace disconnect", next(reasons));
  }

  @Test
  void aConnectionComesBackAfterARestart() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    client.connect();
    Socket first = next(accepted);
    BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    first.onDisconnect(reasons::add);

    server.restart();
    openTheMainNamespace();

    assertEquals("server shutting down", next(reasons));
    Socket second = next(accepted);
    assertEquals("anna", second.attachment(String.class));
  }

  @Test
  void anEventThatIsTooLargeEndsTheConnection() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> answers = new LinkedBlockingQueue<>();
    client.connect();
    Socket socket = next(accepted);
    BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    socket.onDisconnect(reasons::add);

    client.emit("echo", new Object[] {"x".repeat(1_100_000)}, (Ack) answers::add);

    assertTrue(next(reasons).startsWith("transport"));
    assertTrue(answers.isEmpty());
  }

  @Test
  void anEventJustBelowTheLimitArrives() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> answers = new LinkedBlockingQueue<>();
    client.connect();
    next(accepted);

    client.emit("echo", new Object[] {"x".repeat(900_000)}, (Ack) answers::add);

    assertEquals(900_000, next(answers)[0].toString().length());
  }

  @Test
  void namespacesShareOneConnection() throws InterruptedException, IOException {
    BlockingQueue<Socket> custom = new LinkedBlockingQueue<>();
    server
        .sockets()
        .namespace("/custom")
        .onConnect(
            handshake -> CompletableFuture.completedFuture(new Admission.Accept(custom::add)));
    io.socket.client.Socket client = client("anna");
    client.connect();
    next(accepted);
    io.socket.client.Socket second = client.io().socket("/custom");
    BlockingQueue<Object[]> news = events(second, "news");
    clients.add(second);
    second.connect();

    next(custom).emit("news", "for you");

    assertEquals("for you", next(news)[0]);
    assertEquals(1, server.sockets().stats().engine().open());
    assertEquals(2, server.sockets().stats().sockets());
  }
}
