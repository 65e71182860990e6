package dev.windowshop.relay.socketio.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The two ways a session can travel, named as in the `transport` query parameter.
public enum TransportKind {
  POLLING,
  WEBSOCKET;

  static @Nullable TransportKind of(@Nullable String name) {
    for (TransportKind kind : values()) {
      if (kind.wireName().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
