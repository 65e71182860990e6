package dev.windowshop.relay.socketio.engine;

import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import java.util.ArrayList;
import java.util.List;

/// When what transports wrote leaves. As long as an event loop has more to do, writes are collected
/// and one task flushes them, each transport's in one system call, once what is queued already has
/// run. When nothing waits, whatever is written leaves at once, while all of its connection is
/// still in the processor's cache. Belongs to its event loop.
final class Flushes {
  private static final FastThreadLocal<Flushes> OF_LOOP = new FastThreadLocal<>();

  private final SingleThreadEventExecutor loop;
  private List<WebSocketTransport> planned = new ArrayList<>();
  private List<WebSocketTransport> spare = new ArrayList<>();

  private Flushes(SingleThreadEventExecutor loop) {
    this.loop = loop;
  }

  static Flushes of(SingleThreadEventExecutor loop) {
    Flushes flushes = OF_LOOP.get();
    if (flushes == null) {
      flushes = new Flushes(loop);
      OF_LOOP.set(flushes);
    }
    return flushes;
  }

  /// Whether a flush may wait for what is queued.
  boolean moreToCome() {
    return !planned.isEmpty() || loop.pendingTasks() > 0;
  }

  void plan(WebSocketTransport transport) {
    planned.add(transport);
    if (planned.size() == 1) {
      loop.execute(this::flush);
    }
  }

  private void flush() {
    List<WebSocketTransport> now = planned;
    planned = spare;
    spare = now;
    for (WebSocketTransport transport : now) {
      transport.flush();
    }
    now.clear();
  }
}
