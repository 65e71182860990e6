package dev.windowshop.relay.socketio;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sockets of one room. Rooms change rarely and are broadcast to often, so who is in it is kept
/// as a list for each event loop until somebody comes or goes. Thread-safe.
final class Room {
  // Guarded by this.
  private final Set<Socket> members = new HashSet<>(2);

  private volatile @Nullable Map<EventLoop, List<Socket>> byLoop;

  synchronized void add(Socket socket) {
    members.add(socket);
    byLoop = null;
  }

  /// @return whether nobody is left
  synchronized boolean remove(Socket socket) {
    members.remove(socket);
    byLoop = null;
    return members.isEmpty();
  }

  synchronized List<Socket> members() {
    return List.copyOf(members);
  }

  /// Not to be changed.
  Map<EventLoop, List<Socket>> byLoop() {
    Map<EventLoop, List<Socket>> known = byLoop;
    return known == null ? sorted() : known;
  }

  private synchronized Map<EventLoop, List<Socket>> sorted() {
    Map<EventLoop, List<Socket>> sorted = sorted(members);
    byLoop = sorted;
    return sorted;
  }

  static Map<EventLoop, List<Socket>> sorted(Iterable<Socket> sockets) {
    Map<EventLoop, List<Socket>> sorted = new IdentityHashMap<>();
    for (Socket socket : sockets) {
      sorted.computeIfAbsent(socket.loop(), loop -> new ArrayList<>()).add(socket);
    }
    return sorted;
  }
}
