package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;

/// Takes every event from one socket, on the event loop.
@FunctionalInterface
public interface AnyEventHandler {
  /// @param args what came with the event; binary parts are binary nodes
  /// @param ack null when the client asked for no answer
  void on(String event, ArrayNode args, @Nullable Ack ack);
}
