package dev.windowshop.relay.db;

/// Hears of each group that was committed, on a writer's thread: it must not block.
@FunctionalInterface
public interface WriteObserver {
  /// @param units of work in the group
  /// @param nanos from taking it up to the end of its commit
  void committed(int units, long nanos);
}
