package dev.windowshop.relay.socketio.engine;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The sessions of one server by id, and their counts. Thread-safe.
final class Sessions {
  /// How long a client that is between two polls can still come for its session's last words.
  private static final long LINGER_SECONDS = 30;

  private static final int ID_BYTES = 15;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Engine> engines = new ConcurrentHashMap<>();
  private final LongAdder open = new LongAdder();
  private final LongAdder openWebSockets = new LongAdder();
  private final LongAdder opened = new LongAdder();
  private final LongAdder slowConsumersDropped = new LongAdder();
  private final LongAdder refused = new LongAdder();

  @Nullable Engine find(String id) {
    return engines.get(id);
  }

  String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  void admitted(Engine engine, Transport transport) {
    engines.put(engine.id(), engine);
    opened.increment();
    open.increment();
    if (transport.kind() == TransportKind.WEBSOCKET) {
      openWebSockets.increment();
    }
  }

  void upgraded() {
    openWebSockets.increment();
  }

  void refused() {
    refused.increment();
  }

  void ended(Engine engine, Transport last, CloseReason reason) {
    open.decrement();
    if (last.kind() == TransportKind.WEBSOCKET) {
      openWebSockets.decrement();
    }
    switch (reason) {
      case SLOW_CONSUMER -> slowConsumersDropped.increment();
      case PARSE_ERROR -> refused.increment();
      case TRANSPORT_CLOSE, TRANSPORT_ERROR, PING_TIMEOUT, SERVER_CLOSE, SERVER_SHUTDOWN -> {}
    }
    if (last instanceof PollingTransport polling && polling.hasLastWords()) {
      engine.loop().schedule(() -> forget(engine), LINGER_SECONDS, TimeUnit.SECONDS);
    } else {
      forget(engine);
    }
  }

  void forget(Engine engine) {
    engines.remove(engine.id());
  }

  void closeAll() {
    engines.values().forEach(engine -> engine.close(CloseReason.SERVER_SHUTDOWN));
  }

  EngineStats stats() {
    return new EngineStats(
        open.sum(), openWebSockets.sum(), opened.sum(), slowConsumersDropped.sum(), refused.sum());
  }
}
