package dev.windowshop.relay.socketio;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.windowshop.relay.socketio.engine.EngineConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server that lets in everyone but `bad`, and clients of it that are the public Java ones.
final class ClientFixture implements AutoCloseable {
  static final long WAIT_SECONDS = 10;

  private final TestServer server =
      new TestServer(
          SocketIoConfig.of(
              EngineConfig.at("/socket.io")
                  .withHeartbeat(Duration.ofSeconds(2), Duration.ofSeconds(2))));
  private final List<io.socket.client.Socket> clients = new ArrayList<>();
  private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();

  ClientFixture() {
    server.main().onConnect(this::decide);
  }

  TestServer server() {
    return server;
  }

  BlockingQueue<Socket> accepted() {
    return accepted;
  }

  void restart() {
    server.restart();
    server.main().onConnect(this::decide);
  }

  private CompletionStage<Admission> decide(Handshake handshake) {
    String token = handshake.auth().path("token").asText();
    Admission admission =
        token.equals("bad")
            ? new Admission.Reject("invalid token", Map.of("type", "token-invalid"))
            : new Admission.Accept(socket -> setUp(socket, token));
    return CompletableFuture.supplyAsync(() -> admission);
  }

  private void setUp(Socket socket, String token) {
    socket.attach(token);
    socket.join("room");
    socket.on("echo", ClientFixture::answer);
    socket.emit("welcome", token);
    accepted.add(socket);
  }

  private static void answer(ArrayNode args, @Nullable Ack ack) {
    assertNotNull(ack);
    List<Object> all = new ArrayList<>();
    args.forEach(all::add);
    ack.send(all.toArray());
  }

  /// @param transports as the client is to use them, with commas
  io.socket.client.Socket client(String token, String transports) {
    return track(server.client(Map.of("token", token), transports.split(",")));
  }

  io.socket.client.Socket track(io.socket.client.Socket client) {
    clients.add(client);
    return client;
  }

  static BlockingQueue<Object[]> events(io.socket.client.Socket client, String event) {
    BlockingQueue<Object[]> events = new LinkedBlockingQueue<>();
    client.on(event, events::add);
    return events;
  }

  static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T value = queue.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    assertNotNull(value, "nothing came in time");
    return value;
  }

  @Override
  public void close() {
    clients.forEach(io.socket.client.Socket::close);
    server.close();
  }
}
