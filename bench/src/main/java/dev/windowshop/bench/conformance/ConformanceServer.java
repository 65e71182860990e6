package dev.windowshop.bench.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.relay.socketio.Admission;
import dev.windowshop.relay.socketio.Namespace;
import dev.windowshop.relay.socketio.Socket;
import dev.windowshop.relay.socketio.SocketIoConfig;
import dev.windowshop.relay.socketio.SocketIoServer;
import dev.windowshop.relay.socketio.engine.EngineConfig;
import dev.windowshop.relay.socketio.engine.EngineServer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/// Serves what the test suites of the Engine.IO and Socket.IO protocols expect, on 127.0.0.1:
/// `--port N` (3000), `--loops N` event loops (1).
public final class ConformanceServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration PING_INTERVAL = Duration.ofMillis(300);
  private static final Duration PING_TIMEOUT = Duration.ofMillis(200);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  /// The suites listen for one message at a time and miss the second of two that arrive together.
  private static final long AUTH_DELAY_MILLIS = 100;

  private final Vertx vertx;
  private final SocketIoServer sockets;
  private final EngineServer engines;
  private final int port;

  private ConformanceServer(int wantedPort, int loops) {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
    EngineConfig heartbeats =
        EngineConfig.at("/socket.io").withHeartbeat(PING_INTERVAL, PING_TIMEOUT);
    sockets = new SocketIoServer(new SocketIoConfig(heartbeats, CONNECT_TIMEOUT), Json.mapper());
    for (String name : List.of("/", "/custom")) {
      echo(sockets.namespace(name));
    }
    EngineConfig engineConfig =
        EngineConfig.at("/engine.io").withHeartbeat(PING_INTERVAL, PING_TIMEOUT);
    engines = new EngineServer(engineConfig, EchoEngine::new);
    HttpServerOptions options = engineConfig.applyTo(new HttpServerOptions());
    SocketAddress address =
        wantedPort == 0
            ? SocketAddress.sharedRandomPort(1, HOST)
            : SocketAddress.inetSocketAddress(wantedPort, HOST);
    int actualPort = 0;
    for (int i = 0; i < loops; i++) {
      actualPort =
          vertx
              .createHttpServer(options)
              .requestHandler(this::handle)
              .listen(address)
              .await()
              .actualPort();
    }
    port = actualPort;
  }

  public static ConformanceServer start(int port, int loops) {
    return new ConformanceServer(port, loops);
  }

  public int port() {
    return port;
  }

  private void handle(HttpServerRequest request) {
    if (!sockets.handle(request) && !engines.handle(request)) {
      request.response().setStatusCode(404).end();
    }
  }

  private void echo(Namespace namespace) {
    namespace.onConnect(handshake ->
        CompletableFuture.completedFuture(
            new Admission.Accept(socket -> setUp(socket, handshake.auth()))));
  }

  private void setUp(Socket socket, JsonNode auth) {
    vertx.setTimer(AUTH_DELAY_MILLIS, timer -> socket.emit("auth", auth));
    socket.on("message", (args, ack) -> socket.emit("message-back", all(args)));
    socket.on(
        "message-with-ack",
        (args, ack) -> {
          if (ack != null) {
            ack.send(all(args));
          }
        });
  }

  private static Object[] all(ArrayNode args) {
    return StreamSupport.stream(args.spliterator(), false).toArray();
  }

  @Override
  public void close() {
    sockets.close();
    engines.close();
    vertx.close().await();
  }

  /// Serves until the process is ended.
  ///
  /// @return 2 when the arguments are wrong
  public static int run(String[] args) throws InterruptedException {
    int wantedPort = 3000;
    int loops = 1;
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      if (!value.matches("\\d{1,5}")) {
        System.err.println("usage: conformance [--port N] [--loops N]");
        return 2;
      }
      switch (args[i]) {
        case "--port" -> wantedPort = Integer.parseInt(value);
        case "--loops" -> loops = Integer.parseInt(value);
        default -> {
          System.err.println("usage: conformance [--port N] [--loops N]");
          return 2;
        }
      }
    }
    try (ConformanceServer server = start(wantedPort, loops)) {
      System.out.println("listening on http://127.0.0.1:" + server.port());
      Thread.currentThread().join();
    }
    return 0;
  }

  public static void main(String[] args) throws InterruptedException {
    System.exit(run(args));
  }
}
