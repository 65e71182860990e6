package dev.windowshop.relay.socketio;

import dev.windowshop.relay.socketio.engine.EngineConfig;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;

/// How a Socket.IO server behaves.
///
/// @param connectTimeout how long a connection may stay without joining a namespace
public record SocketIoConfig(EngineConfig engine, Duration connectTimeout) {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(45);

  /// The reference server's defaults under `/socket.io`.
  public static SocketIoConfig defaults() {
    return of(EngineConfig.at("/socket.io"));
  }

  public static SocketIoConfig of(EngineConfig engine) {
    return new SocketIoConfig(engine, CONNECT_TIMEOUT);
  }

  /// What the HTTP server that carries the requests must be told.
  public HttpServerOptions applyTo(HttpServerOptions options) {
    return engine.applyTo(options);
  }
}
