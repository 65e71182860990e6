package dev.windowshop.relay.socketio.engine;

import java.util.Map;

/// Where a session came from: its first request, with header names in lower case. Headers may hold
/// credentials, so they are never printed.
public record Origin(Map<String, String> headers, Map<String, String> query, String remoteAddress) {
  @Override
  public String toString() {
    return "Origin[" + remoteAddress + "]";
  }
}
