package dev.windowshop.client.people;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Notices that nobody has touched this device for a while, and that somebody has again. Any
/// thread.
public final class IdleWatch {
  private final long patience;
  private final LongSupplier nanos;
  private final Consumer<Boolean> told;
  private volatile long touched;
  private volatile boolean idle;

  /// @param patience without any input for so long
  /// @param told on the calling thread, of each change
  public IdleWatch(Duration patience, LongSupplier nanos, Consumer<Boolean> told) {
    this.patience = patience.toNanos();
    this.nanos = nanos;
    this.told = told;
    this.touched = nanos.getAsLong();
  }

  /// A key, the mouse, a finger. Cheap: it comes with every move of the mouse.
  public void touched() {
    touched = nanos.getAsLong();
    if (idle) {
      become(false);
    }
  }

  /// To be asked every now and then.
  public void look() {
    if (!idle && nanos.getAsLong() - touched >= patience) {
      become(true);
    }
  }

  /// Says it again to a relay that knows nothing of it yet.
  public void again() {
    if (idle) {
      told.accept(true);
    }
  }

  private synchronized void become(boolean now) {
    if (idle != now) {
      idle = now;
      told.accept(now);
    }
  }
}
