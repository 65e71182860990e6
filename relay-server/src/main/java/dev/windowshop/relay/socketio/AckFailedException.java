package dev.windowshop.relay.socketio;

/// A client did not acknowledge an event: in time, or before it was gone.
public final class AckFailedException extends RuntimeException {
  AckFailedException(String message) {
    super(message);
  }
}
