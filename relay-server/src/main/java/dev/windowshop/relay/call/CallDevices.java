package dev.windowshop.relay.call;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the devices that people sign in on are called. Called inside a unit of database work.
@FunctionalInterface
public interface CallDevices {
  /// Null for none.
  @Nullable String name(Handle handle, String sessionId);
}
