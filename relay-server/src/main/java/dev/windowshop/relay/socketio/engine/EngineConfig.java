package dev.windowshop.relay.socketio.engine;

import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.Set;

/// How sessions behave.
///
/// @param path where the requests arrive, without a slash at the end
/// @param maxPayload the largest POST body and WebSocket message taken from a client, in bytes
/// @param maxBufferedBytes what may wait for one client before it is dropped as a slow consumer
/// @param corsOrigins origins of browsers that may use polling; `*` is any
public record EngineConfig(
    String path,
    Duration pingInterval,
    Duration pingTimeout,
    Duration upgradeTimeout,
    int maxPayload,
    int maxBufferedBytes,
    Set<TransportKind> transports,
    Set<String> corsOrigins) {

  public EngineConfig {
    if (!path.startsWith("/") || path.endsWith("/")) {
      throw new IllegalArgumentException("not a path of a server: " + path);
    }
    if (maxPayload < 1 || maxBufferedBytes < 1 || transports.isEmpty()) {
      throw new IllegalArgumentException("limits and transports must not be empty");
    }
    transports = Set.copyOf(transports);
    corsOrigins = Set.copyOf(corsOrigins);
  }

  /// The reference server's defaults, with 4 MiB that may wait for a client.
  public static EngineConfig at(String path) {
    return new EngineConfig(
        path,
        Duration.ofSeconds(25),
        Duration.ofSeconds(20),
        Duration.ofSeconds(10),
        1_000_000,
        4 << 20,
        Set.of(TransportKind.values()),
        Set.of());
  }

  public EngineConfig withHeartbeat(Duration interval, Duration timeout) {
    return new EngineConfig(
        path,
        interval,
        timeout,
        upgradeTimeout,
        maxPayload,
        maxBufferedBytes,
        transports,
        corsOrigins);
  }

  public EngineConfig withLimits(int newMaxPayload, int newMaxBufferedBytes) {
    return new EngineConfig(
        path,
        pingInterval,
        pingTimeout,
        upgradeTimeout,
        newMaxPayload,
        newMaxBufferedBytes,
        transports,
        corsOrigins);
  }

  public EngineConfig withTransports(Set<TransportKind> newTransports) {
    return new EngineConfig(
        path,
        pingInterval,
        pingTimeout,
        upgradeTimeout,
        maxPayload,
        maxBufferedBytes,
        newTransports,
        corsOrigins);
  }

  public EngineConfig withCorsOrigins(Set<String> origins) {
    return new EngineConfig(
        path,
        pingInterval,
        pingTimeout,
        upgradeTimeout,
        maxPayload,
        maxBufferedBytes,
        transports,
        origins);
  }

  /// What the HTTP server below must be told: it refuses WebSocket frames and messages above
  /// `maxPayload` (its own defaults are 64 and 256 KiB), and it does not compress WebSocket
  /// messages, because a broadcast would be compressed once for every client. An idle timeout, if
  /// there is one, must be longer than `pingInterval` + `pingTimeout`.
  public HttpServerOptions applyTo(HttpServerOptions options) {
    return options
        .setMaxWebSocketFrameSize(maxPayload)
        .setMaxWebSocketMessageSize(maxPayload)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setRegisterWebSocketWriteHandlers(false);
  }
}
