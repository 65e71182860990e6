package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// What a client showed when it asked to join a namespace. Header names are in lower case. It may
/// hold credentials, so it is never printed.
///
/// @param auth the client's `auth` object, empty when it sent none
public record Handshake(
    ObjectNode auth, Map<String, String> headers, Map<String, String> query, String remoteAddress) {
  @Override
  public String toString() {
    return "Handshake[" + remoteAddress + "]";
  }
}
