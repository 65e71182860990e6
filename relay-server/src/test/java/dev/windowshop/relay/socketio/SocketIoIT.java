package dev.windowshop.relay.socketio;

import static dev.windowshop.relay.socketio.ClientFixture.events;
import static dev.windowshop.relay.socketio.ClientFixture.next;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.socket.client.Ack;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// The public Java client against the server, over each way to travel.
@ParameterizedClass
@ValueSource(strings = {"websocket", "polling", "polling,websocket"})
class SocketIoIT {
  @Parameter String transports = "";

  private final ClientFixture fixture = new ClientFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private io.socket.client.Socket client(String token) {
    return fixture.client(token, transports);
  }

  @Test
  void aClientConnectsWithItsCredentials() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> welcomes = events(client, "welcome");
    client.connect();

    assertArrayEquals(new Object[] {"anna"}, next(welcomes));
    Socket socket = next(fixture.accepted());
    assertEquals("anna", socket.attachment(String.class));
    assertEquals(client.id(), socket.id());
    assertEquals("127.0.0.1", socket.handshake().remoteAddress());
    assertEquals(1, fixture.server().sockets().stats().sockets());
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
    next(fixture.accepted());

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
    next(fixture.accepted());

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
    Socket socket = next(fixture.accepted());

    assertEquals(5, ask(socket, "sum", 2, 3).path(0).intValue());
    assertArrayEquals(new byte[] {1, 2}, ask(socket, "bytes").path(0).binaryValue());
  }

  private static ArrayNode ask(Socket socket, String event, Object... args) throws Exception {
    return socket
        .emitWithAck(event, Duration.ofSeconds(ClientFixture.WAIT_SECONDS), args)
        .toCompletableFuture()
        .get(ClientFixture.WAIT_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void anAnswerThatDoesNotComeFails() throws Exception {
    io.socket.client.Socket client = client("anna");
    client.connect();
    Socket socket = next(fixture.accepted());

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
      answer.get(ClientFixture.WAIT_SECONDS, TimeUnit.SECONDS);
      throw new AssertionError("an answer came");
    } catch (ExecutionException e) {
      assertInstanceOf(AckFailedException.class, e.getCause());
    }
  }

  @Test
  void anEventThatIsTooLargeEndsTheConnection() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> answers = new LinkedBlockingQueue<>();
    client.connect();
    Socket socket = next(fixture.accepted());
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
    next(fixture.accepted());

    client.emit("echo", new Object[] {"x".repeat(900_000)}, (Ack) answers::add);

    assertEquals(900_000, next(answers)[0].toString().length());
  }
}
