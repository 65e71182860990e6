package dev.windowshop.relay.chat;

import dev.windowshop.relay.realtime.ClientSocket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Where people are typing, by their sockets, so that whose line breaks does not type for ever.
/// Thread-safe.
final class Typists {
  private record Place(String userId, String conversationId) {}

  private final Map<String, Set<Place>> bySocket = new ConcurrentHashMap<>();

  void started(ClientSocket socket, String conversationId) {
    bySocket
        .computeIfAbsent(socket.id(), id -> ConcurrentHashMap.newKeySet())
        .add(new Place(socket.userId(), conversationId));
  }

  void stopped(ClientSocket socket, String conversationId) {
    bySocket.computeIfPresent(
        socket.id(),
        (id, places) -> {
          places.remove(new Place(socket.userId(), conversationId));
          return places.isEmpty() ? null : places;
        });
  }

  /// A socket is gone.
  ///
  /// @return the conversations in which its user types no longer, on none of their devices
  Set<String> gone(ClientSocket socket) {
    Set<Place> places = bySocket.remove(socket.id());
    if (places == null) {
      return Set.of();
    }
    return places.stream()
        .filter(place -> bySocket.values().stream().noneMatch(others -> others.contains(place)))
        .map(Place::conversationId)
        .collect(Collectors.toUnmodifiableSet());
  }
}
