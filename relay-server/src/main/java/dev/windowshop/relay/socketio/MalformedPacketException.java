package dev.windowshop.relay.socketio;

/// A client sent what is no packet; its connection ends.
final class MalformedPacketException extends Exception {
  MalformedPacketException(String message) {
    super(message);
  }
}
