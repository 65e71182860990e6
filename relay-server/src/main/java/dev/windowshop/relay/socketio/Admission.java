package dev.windowshop.relay.socketio;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The answer to a client that asks to join a namespace.
public sealed interface Admission {
  /// Lets the client in. The set-up runs on the event loop before anything that the client sends is
  /// handled and before it hears that it is connected: the place to attach who it is, to join rooms
  /// and to register handlers. What the set-up emits follows the client's connection.
  record Accept(Consumer<Socket> setUp) implements Admission {}

  /// Keeps the client out with a `connect_error`.
  ///
  /// @param data anything the server's mapper can write, or null for none
  record Reject(String message, @Nullable Object data) implements Admission {}
}
