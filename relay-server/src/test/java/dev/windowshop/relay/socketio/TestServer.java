package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.socket.client.IO;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.Map;

/// A Socket.IO server on two event loops, so that the requests of one session arrive on both.
final class TestServer implements AutoCloseable {
  private static final int LOOPS = 2;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
  private final SocketIoConfig config;
  private volatile SocketIoServer sockets;
  private final int port;

  TestServer(SocketIoConfig config) {
    this.config = config;
    sockets = new SocketIoServer(config, JsonMapper.builder().build());
    int actualPort = 0;
    for (int i = 0; i < LOOPS; i++) {
      actualPort =
          vertx
              .createHttpServer(config.applyTo(new HttpServerOptions()))
              .requestHandler(request -> {
                if (!sockets.handle(request)) {
                  request.response().end("other");
                }
              })
              .listen(SocketAddress.sharedRandomPort(1, "127.0.0.1"))
              .await()
              .actualPort();
    }
    port = actualPort;
  }

  Vertx vertx() {
    return vertx;
  }

  SocketIoServer sockets() {
    return sockets;
  }

  /// Ends every connection and forgets all that was; clients come back by themselves.
  void restart() {
    SocketIoServer old = sockets;
    sockets = new SocketIoServer(config, JsonMapper.builder().build());
    old.close();
  }

  Namespace main() {
    return sockets.namespace("/");
  }

  int port() {
    return port;
  }

  URI uri(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + port + pathAndQuery);
  }

  /// A client that is not connected yet.
  io.socket.client.Socket client(Map<String, String> auth, String... transports) {
    IO.Options options = new IO.Options();
    options.forceNew = true;
    options.auth = auth;
    options.transports = transports;
    options.reconnectionDelay = 10;
    options.reconnectionDelayMax = 50;
    return IO.socket(uri("/"), options);
  }

  @Override
  public void close() {
    sockets.close();
    vertx.close().await();
  }
}
