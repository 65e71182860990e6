package dev.windowshop.relay.socketio.engine;

/// What a session tells its owner, always on the session's event loop and in order of arrival.
public interface EngineListener {
  void onText(String message);

  void onBinary(byte[] message);

  /// The last call; nothing can be sent any more.
  void onClose(CloseReason reason);
}
