package dev.windowshop.relay.socketio;

import java.util.concurrent.CompletionStage;

/// Decides who may join a namespace.
@FunctionalInterface
public interface ConnectHandler {
  /// Called on the event loop; the stage may be completed later and on any thread. A failed stage
  /// is logged and keeps the client out.
  CompletionStage<Admission> connect(Handshake handshake);
}
