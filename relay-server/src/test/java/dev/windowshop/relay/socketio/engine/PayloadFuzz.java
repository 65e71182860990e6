package dev.windowshop.relay.socketio.engine;

import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Feeds a polling session one POST. Whatever comes, the session goes on or has ended with a
/// reason, its owner hears of the end once and of nothing after it.
public final class PayloadFuzz {
  private static final EventLoop LOOP = new EmbeddedChannel().eventLoop();
  private static final EngineConfig CONFIG = EngineConfig.at("/engine.io");

  private PayloadFuzz() {}

  private static final class Owner implements EngineListener {
    private boolean ended;

    @Override
    public void onText(String message) {
      requireOpen();
    }

    @Override
    public void onBinary(byte[] message) {
      requireOpen();
    }

    @Override
    public void onClose(CloseReason reason) {
      requireOpen();
      ended = true;
    }

    private void requireOpen() {
      if (ended) {
        throw new IllegalStateException("something came after the end");
      }
    }
  }

  public static void fuzzerTestOneInput(byte[] data) {
    Sessions sessions = new Sessions();
    Engine engine =
        new Engine(sessions, CONFIG, "id", LOOP, new Origin(Map.of(), Map.of(), "127.0.0.1"));
    PollingTransport transport = new PollingTransport(engine, CONFIG.maxBufferedBytes());
    Owner owner = new Owner();
    sessions.admitted(engine, transport);
    engine.open(transport, owner);
    engine.onPayload(new String(data, StandardCharsets.UTF_8));
    if (engine.isClosed() != owner.ended || engine.isClosed() != (sessions.stats().open() == 0)) {
      throw new IllegalStateException("half an end");
    }
    engine.close(CloseReason.TRANSPORT_ERROR);
    if (!owner.ended || sessions.stats().open() != 0) {
      throw new IllegalStateException("it did not end");
    }
  }
}
