package dev.windowshop.client.platform;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A value that changes and can be observed. Thread-safe: each observer is called one change at a
/// time and in the order of the changes, with no lock held.
public final class Live<T> {
  private final Object lock = new Object();
  private final List<Observer<T>> observers = new CopyOnWriteArrayList<>();
  private @Nullable T value;

  public Live() {}

  public Live(T initial) {
    this.value = initial;
  }

  /// Null until the first value is set.
  public @Nullable T value() {
    synchronized (lock) {
      return value;
    }
  }

  public void set(T newValue) {
    synchronized (lock) {
      value = newValue;
      observers.forEach(observer -> observer.pending.add(newValue));
    }
    observers.forEach(Observer::drain);
  }

  /// Replaces the value by what `change` makes of it, as one step; `change` must not block. Does
  /// nothing while there is no value, or when it stays equal.
  public void update(UnaryOperator<T> change) {
    synchronized (lock) {
      if (value == null) {
        return;
      }
      T changed = change.apply(value);
      if (changed.equals(value)) {
        return;
      }
      value = changed;
      observers.forEach(observer -> observer.pending.add(changed));
    }
    observers.forEach(Observer::drain);
  }

  /// Calls `observer` with the value there is, if any, before this returns, then with every change
  /// on the thread that made it.
  public Subscription observe(Consumer<? super T> observer) {
    Observer<T> added = new Observer<>(observer);
    synchronized (lock) {
      observers.add(added);
      if (value != null) {
        added.pending.add(value);
      }
    }
    added.drain();
    return () -> {
      added.closed = true;
      observers.remove(added);
    };
  }

  /// Changes wait in line, so that two threads that set at once cannot swap them.
  private static final class Observer<T> {
    private final Consumer<? super T> target;
    private final Queue<T> pending = new ConcurrentLinkedQueue<>();
    private final AtomicInteger draining = new AtomicInteger();
    private volatile boolean closed;

    Observer(Consumer<? super T> target) {
      this.target = target;
    }

    void drain() {
      if (draining.getAndIncrement() != 0) {
        return;
      }
      int seen = 1;
      do {
        T next = pending.poll();
        while (next != null) {
          if (!closed) {
            deliver(next);
          }
          next = pending.poll();
        }
        seen = draining.addAndGet(-seen);
      } while (seen != 0);
    }

    /// One observer's failure must not keep the change from the others.
    private void deliver(T next) {
      try {
        target.accept(next);
      } catch (RuntimeException e) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      }
    }
  }
}
