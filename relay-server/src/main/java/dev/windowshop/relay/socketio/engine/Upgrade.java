package dev.windowshop.relay.socketio.engine;

import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The way from polling to a WebSocket: the client probes, hears an answer, lets its last poll end,
/// and says that it has moved. Runs on the session's event loop.
final class Upgrade {
  private static final long NUDGE_MILLIS = 100;

  private final Engine engine;
  private final PollingTransport from;
  private final WebSocketTransport to;
  private final Future<?> limit;
  private @Nullable Future<?> nudges;

  Upgrade(Engine engine, PollingTransport from, WebSocketTransport to, long timeoutMillis) {
    this.engine = engine;
    this.from = from;
    this.to = to;
    limit = engine.loop().schedule(engine::abandonUpgrade, timeoutMillis, TimeUnit.MILLISECONDS);
  }

  WebSocketTransport to() {
    return to;
  }

  void onPacket(String packet) {
    switch (packet) {
      case "2probe" -> {
        to.send(List.of(Outgoing.PROBE_ANSWER));
        if (nudges == null) {
          nudges =
              engine
                  .loop()
                  .scheduleAtFixedRate(from::nudge, 0, NUDGE_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
      case "5" -> engine.upgraded();
      default -> engine.abandonUpgrade();
    }
  }

  void stop() {
    limit.cancel(false);
    if (nudges != null) {
      nudges.cancel(false);
    }
  }
}
