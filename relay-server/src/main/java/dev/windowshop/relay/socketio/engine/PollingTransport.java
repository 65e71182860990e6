package dev.windowshop.relay.socketio.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Packets over HTTP: they wait here until the client asks, and a request waits here until there is
/// something to answer.
final class PollingTransport implements Transport {
  private static final byte SEPARATOR = 0x1e;

  private final Engine engine;
  private final int maxBufferedBytes;
  private final List<Outgoing> waiting = new ArrayList<>();
  private long waitingBytes;
  private @Nullable Exchange poll;
  private boolean flushPlanned;
  private boolean closed;

  PollingTransport(Engine engine, int maxBufferedBytes) {
    this.engine = engine;
    this.maxBufferedBytes = maxBufferedBytes;
  }

  @Override
  public TransportKind kind() {
    return TransportKind.POLLING;
  }

  /// Takes a request for packets; false when another one waits already, which the protocol forbids.
  boolean offerPoll(Exchange exchange) {
    if (poll != null) {
      return false;
    }
    poll = exchange;
    exchange.onAbort(() ->
        engine.run(() -> {
          if (poll == exchange) {
            poll = null;
            engine.onTransportEnd(this, CloseReason.TRANSPORT_ERROR);
          }
        }));
    planFlush();
    return true;
  }

  @Override
  public void send(List<Outgoing> packets) {
    for (Outgoing packet : packets) {
      waiting.add(packet);
      waitingBytes += packet.size();
    }
    planFlush();
  }

  @Override
  public boolean overloaded() {
    return waitingBytes > maxBufferedBytes;
  }

  /// Ends a waiting request so that the client can go on to the WebSocket.
  void nudge() {
    if (poll != null && waiting.isEmpty()) {
      send(List.of(Outgoing.NOOP));
    }
  }

  /// The end of polling after an upgrade: what still waits goes another way.
  List<Outgoing> drain() {
    List<Outgoing> rest = List.copyOf(waiting);
    clear();
    if (poll != null) {
      waiting.add(Outgoing.NOOP);
      flush();
    }
    return rest;
  }

  /// Whether a client that asks once more would be told what it has not heard yet.
  boolean hasLastWords() {
    return closed && !waiting.isEmpty();
  }

  @Override
  public void close(CloseReason reason) {
    closed = true;
    switch (reason) {
      case SERVER_CLOSE -> waiting.add(Outgoing.CLOSE);
      case TRANSPORT_CLOSE -> {
        // The client left by itself; a poll of its own, waiting or still under way, only has to
        // end.
        clear();
        waiting.add(Outgoing.NOOP);
      }
      case TRANSPORT_ERROR, PING_TIMEOUT, PARSE_ERROR, SLOW_CONSUMER, SERVER_SHUTDOWN -> {
        clear();
        if (poll != null) {
          waiting.add(Outgoing.CLOSE);
        }
      }
    }
    flush();
  }

  private void planFlush() {
    if (poll == null || waiting.isEmpty() || flushPlanned) {
      return;
    }
    flushPlanned = true;
    engine.runLater(() -> {
      flushPlanned = false;
      flush();
    });
  }

  private void flush() {
    Exchange exchange = poll;
    if (exchange == null || waiting.isEmpty()) {
      return;
    }
    poll = null;
    ByteBuf payload = Unpooled.buffer((int) Math.min(waitingBytes + 64, 1 << 20));
    for (Outgoing packet : waiting) {
      if (payload.isReadable()) {
        payload.writeByte(SEPARATOR);
      }
      packet.appendTo(payload);
    }
    clear();
    exchange.answer(200, "text/plain; charset=UTF-8", ByteBufUtil.getBytes(payload));
  }

  private void clear() {
    waiting.clear();
    waitingBytes = 0;
  }
}
