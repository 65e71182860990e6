package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;

/// Takes one sort of event from one socket, on the event loop.
@FunctionalInterface
public interface EventHandler {
  /// @param args what came with the event; binary parts are binary nodes
  /// @param ack null when the client asked for no answer
  void on(ArrayNode args, @Nullable Ack ack);
}
