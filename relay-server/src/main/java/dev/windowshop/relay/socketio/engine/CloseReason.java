package dev.windowshop.relay.socketio.engine;

/// Why a session ended, in the words that Socket.IO clients know where they have one.
public enum CloseReason {
  TRANSPORT_CLOSE("transport close"),
  TRANSPORT_ERROR("transport error"),
  PING_TIMEOUT("ping timeout"),
  PARSE_ERROR("parse error"),
  /// More was waiting for the client than the configuration allows.
  SLOW_CONSUMER("slow consumer"),
  SERVER_CLOSE("forced server close"),
  SERVER_SHUTDOWN("server shutting down");

  private final String text;

  CloseReason(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
