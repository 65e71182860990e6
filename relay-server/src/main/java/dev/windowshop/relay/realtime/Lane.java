package dev.windowshop.relay.realtime;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one socket's tasks one after the other, each on a thread of the shared executor's. Any
/// thread may add; nobody waits.
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final Executor executor;
  private final int capacity;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean running;

  Lane(Executor executor, int capacity) {
    this.executor = executor;
    this.capacity = capacity;
  }

  /// @return false when too much waits already
  boolean offer(Runnable task) {
    synchronized (this) {
      if (tasks.size() >= capacity) {
        return false;
      }
      tasks.add(task);
    }
    start();
    return true;
  }

  /// Adds a task whatever else waits.
  void add(Runnable task) {
    synchronized (this) {
      tasks.add(task);
    }
    start();
  }

  private void start() {
    synchronized (this) {
      if (running) {
        return;
      }
      running = true;
    }
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException e) {
      LOG.debug("the relay is stopping, a socket's tasks are dropped", e);
    }
  }

  private void drain() {
    while (true) {
      Runnable task;
      synchronized (this) {
        task = tasks.poll();
        if (task == null) {
          running = false;
          return;
        }
      }
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("a task of a socket failed", e);
      }
    }
  }
}
