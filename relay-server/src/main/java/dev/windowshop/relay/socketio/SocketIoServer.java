package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.windowshop.relay.socketio.engine.EngineServer;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A Socket.IO server. It shares an HTTP server with other routes:
///
/// ```java
/// SocketIoServer sockets = new SocketIoServer(config, mapper);
/// sockets.namespace("/").onConnect(handshake -> ...);
/// vertx.createHttpServer(config.applyTo(new HttpServerOptions()))
///     .requestHandler(request -> { if (!sockets.handle(request)) router.handle(request); });
/// ```
///
/// One instance may serve several HTTP servers, one for each event loop. Thread-safe.
public final class SocketIoServer implements AutoCloseable {
  private static final int ID_BYTES = 15;

  private final PacketWriter writer;
  private final EngineServer engines;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();

  /// @param mapper writes the arguments of events and acknowledgements
  public SocketIoServer(SocketIoConfig config, ObjectMapper mapper) {
    writer = new PacketWriter(mapper);
    engines =
        new EngineServer(
            config.engine(), engine -> new Connection(engine, this, config.connectTimeout()));
  }

  /// The namespace of that name, `/` being the main one; clients can join it once it has a handler
  /// for connections.
  public Namespace namespace(String name) {
    if (!name.startsWith("/") || name.contains(",")) {
      throw new IllegalArgumentException("not a name of a namespace: " + name);
    }
    return namespaces.computeIfAbsent(name, key -> new Namespace(key, writer));
  }

  /// Takes the request if it belongs to Socket.IO; see [EngineServer#handle].
  ///
  /// @return whether the request is taken care of
  public boolean handle(HttpServerRequest request) {
    return engines.handle(request);
  }

  public SocketIoStats stats() {
    long sockets = namespaces.values().stream().mapToLong(Namespace::size).sum();
    return new SocketIoStats(engines.stats(), sockets);
  }

  /// Ends every connection; clients that come again are answered 503.
  @Override
  public void close() {
    engines.close();
  }

  PacketWriter writer() {
    return writer;
  }

  @Nullable Namespace find(String name) {
    return namespaces.get(name);
  }

  String newSocketId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
