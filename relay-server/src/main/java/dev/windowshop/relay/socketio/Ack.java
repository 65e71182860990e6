package dev.windowshop.relay.socketio;

import org.jspecify.annotations.Nullable;

/// The answer that a client asked for with an event. Any thread; only the first call counts.
@FunctionalInterface
public interface Ack {
  void send(@Nullable Object... args);
}
