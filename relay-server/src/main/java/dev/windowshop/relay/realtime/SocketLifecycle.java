package dev.windowshop.relay.realtime;

import java.util.Collection;

/// What features want to know of sockets. Called on virtual threads.
public interface SocketLifecycle {
  /// Conversations whose rooms a user's new socket enters.
  default Collection<String> conversationsOf(String userId) {
    return java.util.List.of();
  }

  default void connected(ClientSocket socket) {}

  /// @param last true when the user has no other socket
  default void disconnected(ClientSocket socket, boolean last) {}
}
