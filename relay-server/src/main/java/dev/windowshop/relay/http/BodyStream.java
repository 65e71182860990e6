package dev.windowshop.relay.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A request's body while it arrives. The event loop puts a few buffers in, one thread that may
/// block takes them out; the connection is only read as fast as that.
final class BodyStream extends InputStream {
  /// Buffers that may wait here.
  private static final int AHEAD = 16;

  private static final int IDLE_SECONDS = 60;

  /// What is still read of a body that nobody wants, so that its sender gets to read the answer.
  private static final long DRAINED = 8_000_000;

  private static final long DRAIN_MILLIS = 10_000;

  private final HttpServerRequest request;
  private final Context context;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Buffer> arrived = new ArrayDeque<>();
  private int asked;
  private boolean begun;
  private boolean ended;
  private @Nullable IOException failure;
  private byte[] current = new byte[0];
  private int at;

  /// On the event loop, before anything of the body was read.
  BodyStream(HttpServerRequest request, Context context) {
    this.request = request;
    this.context = context;
    request.pause();
    request.handler(this::took);
    request.endHandler(_ -> end());
    request.exceptionHandler(e -> fail(new IOException("the connection ended", e)));
  }

  private void took(Buffer buffer) {
    lock.lock();
    try {
      asked--;
      if (failure == null) {
        arrived.add(buffer);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void fail(IOException why) {
    lock.lock();
    try {
      if (failure == null && !ended) {
        failure = why;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (at == current.length && !next()) {
      return -1;
    }
    int count = Math.min(length, current.length - at);
    System.arraycopy(current, at, into, offset, count);
    at += count;
    return count;
  }

  /// @return false at the end
  private boolean next() throws IOException {
    lock.lock();
    try {
      while (true) {
        Buffer buffer = arrived.poll();
        if (asked + arrived.size() <= AHEAD / 2 && !ended && failure == null) {
          ask();
        }
        if (buffer != null && buffer.length() > 0) {
          current = buffer.getBytes();
          at = 0;
          return true;
        }
        if (buffer == null && failure != null) {
          throw new IOException(failure.getMessage(), failure);
        }
        if (buffer == null && ended) {
          return false;
        }
        if (buffer == null && !changed.await(IDLE_SECONDS, TimeUnit.SECONDS)) {
          throw new IOException("nothing arrived for " + IDLE_SECONDS + " s");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  private void ask() {
    int more = AHEAD - asked - arrived.size();
    asked += more;
    boolean first = !begun;
    begun = true;
    context.runOnContext(_ -> {
      if (first && "100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
        request.response().writeContinue();
      }
      if (!request.isEnded()) {
        request.fetch(more);
      }
    });
  }

  /// Ends the reading from another thread: whoever reads gets an [IOException].
  @Override
  public void close() {
    fail(new IOException("the body was closed"));
  }

  boolean isDone() {
    lock.lock();
    try {
      return ended && arrived.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /// After the answer: what is left of the body is dropped, and the connection with it when that is
  /// much.
  void dropRest() {
    context.runOnContext(_ -> {
      lock.lock();
      try {
        arrived.clear();
        if (ended || request.isEnded()) {
          return;
        }
      } finally {
        lock.unlock();
      }
      long timer = context.owner().setTimer(DRAIN_MILLIS, _ -> request.connection().close());
      long[] dropped = {0};
      request.handler(buffer -> {
        dropped[0] += buffer.length();
        if (dropped[0] > DRAINED) {
          request.connection().close();
        }
      });
      request.endHandler(_ -> context.owner().cancelTimer(timer));
      request.exceptionHandler(_ -> context.owner().cancelTimer(timer));
      request.resume();
    });
  }
}
