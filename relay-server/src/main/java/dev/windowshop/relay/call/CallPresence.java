package dev.windowshop.relay.call;

import java.util.Set;

/// Hears who is in a call, to show them as busy. Must not block.
@FunctionalInterface
public interface CallPresence {
  /// @param joined who is in it now
  /// @param others who was called, or was in it, and is not
  void inCall(String callId, Set<String> joined, Set<String> others);
}
