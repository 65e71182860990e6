package dev.windowshop.relay.socketio.engine;

import java.util.List;

/// How a session's packets travel. Called on the session's event loop only.
sealed interface Transport permits PollingTransport, WebSocketTransport {
  TransportKind kind();

  /// Sends now or when it can; never fails.
  void send(List<Outgoing> packets);

  /// Whether more is waiting for the client than the configuration allows.
  boolean overloaded();

  void close(CloseReason reason);
}
