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
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/// Serves what the test suites of the Engine.IO and Socket.IO protocols expect of a server, on this
/// machine only: the same heartbeat, limits and answers as the configuration that the suites' own
/// documents give for the reference server.
final class ConformanceServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  /// Where `localhost` may also lead; machines without IPv6 do without.
  private static final String HOST_6 = "::1";

  private static final Duration PING_INTERVAL = Duration.ofMillis(300);
  private static final Duration PING_TIMEOUT = Duration.ofMillis(200);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final int MAX_PAYLOAD = 1_000_000;

  private final Vertx vertx;
  private final SocketIoServer sockets;
  private final EngineServer engines;
  private final Duration authDelay;
  private final int port;

  /// @param authDelay the older suites listen for one message at a time and miss the second of two
  ///   that one read brings; the event that follows the connection waits for this long
  ConformanceServer(int wantedPort, int loops, Duration authDelay) {
    this.authDelay = authDelay;
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
    sockets =
        new SocketIoServer(
            new SocketIoConfig(engine("/socket.io"), CONNECT_TIMEOUT), Json.mapper());
    serve(sockets.namespace("/"), this::echo);
    serve(sockets.namespace("/custom"), _ -> {});
    engines = new EngineServer(engine("/engine.io"), EchoEngine::new);
    try {
      port =
          listen(
              wantedPort == 0
                  ? SocketAddress.sharedRandomPort(1, HOST)
                  : SocketAddress.inetSocketAddress(wantedPort, HOST),
              loops);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    alsoListen(SocketAddress.inetSocketAddress(port, HOST_6), loops);
  }

  private static EngineConfig engine(String path) {
    return EngineConfig.at(path)
        .withHeartbeat(PING_INTERVAL, PING_TIMEOUT)
        .withLimits(MAX_PAYLOAD, 4 << 20)
        .withCorsOrigins(Set.of("*"));
  }

  private int listen(SocketAddress address, int loops) {
    int actualPort = 0;
    for (int i = 0; i < loops; i++) {
      HttpServer server =
          vertx
              .createHttpServer(engine("/any").applyTo(new HttpServerOptions()))
              .requestHandler(this::handle)
              .listen(address)
              .await();
      actualPort = server.actualPort();
    }
    return actualPort;
  }

  private void alsoListen(SocketAddress address, int loops) {
    try {
      listen(address, loops);
    } catch (RuntimeException e) {
      System.err.println("not on " + address + ": " + e.getMessage());
    }
  }

  int port() {
    return port;
  }

  private void handle(HttpServerRequest request) {
    if (!sockets.handle(request) && !engines.handle(request)) {
      request.response().setStatusCode(404).end();
    }
  }

  private void serve(Namespace namespace, Consumer<Socket> setUp) {
    namespace.onConnect(handshake ->
        CompletableFuture.completedFuture(
            new Admission.Accept(socket -> {
              showAuth(socket, handshake.auth());
              setUp.accept(socket);
            })));
  }

  private void showAuth(Socket socket, JsonNode auth) {
    if (authDelay.isZero()) {
      socket.emit("auth", auth);
    } else {
      vertx.setTimer(authDelay.toMillis(), _ -> socket.emit("auth", auth));
    }
  }

  private void echo(Socket socket) {
    socket.on("message", (args, _) -> socket.emit("message-back", all(args)));
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
}
