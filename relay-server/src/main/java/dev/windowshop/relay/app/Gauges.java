package dev.windowshop.relay.app;

import dev.windowshop.relay.call.CallFeature;
import dev.windowshop.relay.call.IceServers;
import dev.windowshop.relay.socketio.SocketIoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What the relay says about itself: in `/health`, and to Prometheus. Any thread.
record Gauges(Ground ground, SocketIoServer sockets, Features features) {
  private static final long LOW_SPACE_MB = 200;

  /// What is on and what is off.
  Map<String, Boolean> switches() {
    RelayConfig config = ground.config();
    return Map.of(
        "chat",
        true,
        "calls",
        true,
        "recommendations",
        true,
        "payments",
        true,
        "mail",
        config.mail() != null,
        "oidc",
        !config.oidc().providers().isEmpty(),
        "turn",
        config.iceServers().stream().anyMatch(IceServers::isTurn),
        "demo",
        config.demo());
  }

  /// How each part is, in a few words.
  Map<String, Supplier<String>> checks() {
    Map<String, Supplier<String>> checks = new LinkedHashMap<>();
    checks.put("database", () -> ground.database().read(handle -> "ok"));
    checks.put("sockets", () -> "ok: " + sockets.stats().sockets() + " connected");
    checks.put("calls", () -> "ok: " + features.calls().running() + " running");
    checks.put("recommendations", () -> features.interests().health());
    checks.put("storage", this::storage);
    return checks;
  }

  private String storage() {
    try {
      long megabytes = Files.getFileStore(ground.data()).getUsableSpace() >> 20;
      return (megabytes < LOW_SPACE_MB ? "low: " : "ok: ") + megabytes + " MB free";
    } catch (IOException e) {
      return "unknown: " + e.getMessage();
    }
  }

  /// Begins to measure.
  void measure() {
    var metrics = ground.metrics();
    var database = ground.database();
    CallFeature calls = features.calls();
    metrics.open();
    metrics.limits(ground.limits());
    metrics.gauge("relay.sockets", "Sockets now", () -> sockets.stats().sockets());
    metrics.gauge(
        "relay.sockets.websocket",
        "Connections on a WebSocket now",
        () -> sockets.stats().engine().openWebSockets());
    metrics.counter(
        "relay.sockets.opened", "Connections made", () -> sockets.stats().engine().opened());
    metrics.counter(
        "relay.sockets.slow",
        "Connections dropped because they did not read",
        () -> sockets.stats().engine().slowConsumersDropped());
    metrics.counter(
        "relay.sockets.refused",
        "Connections and requests that broke the protocol or a limit",
        () -> sockets.stats().engine().refused());
    metrics.gauge("relay.calls", "Calls that ring or run now", calls::running);
    metrics.gauge("relay.db.readers", "Readers at work", () -> database.load().readers());
    metrics.gauge("relay.db.reads.queued", "Reads that wait", () -> database.load().readsQueued());
    metrics.gauge(
        "relay.db.writes.queued", "Units of work that wait", () -> database.load().writesQueued());
    features.interests().meters().addTo(metrics::gauge, metrics::counter);
  }
}
