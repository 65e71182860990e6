package dev.windowshop.relay.socketio.engine;

import java.nio.charset.StandardCharsets;

/// Why a request is no part of a session, with the codes of the reference server.
enum Refusal {
  UNKNOWN_TRANSPORT(0, "Transport unknown"),
  UNKNOWN_SESSION(1, "Session ID unknown"),
  BAD_HANDSHAKE_METHOD(2, "Bad handshake method"),
  BAD_REQUEST(3, "Bad request"),
  UNSUPPORTED_VERSION(5, "Unsupported protocol version");

  private final byte[] json;

  Refusal(int code, String message) {
    json =
        "{\"code\":%d,\"message\":\"%s\"}"
            .formatted(code, message)
            .getBytes(StandardCharsets.UTF_8);
  }

  byte[] json() {
    return json;
  }
}
