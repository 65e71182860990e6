package dev.windowshop.relay.realtime;

import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.db.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Who is there: online while any socket of theirs lives. Any thread; [#connected] and
/// [#disconnected] may block and are called on virtual threads.
public final class Presence {
  /// Keeps when somebody was last there. Called inside a unit of work.
  @FunctionalInterface
  public interface LastSeen {
    void seen(Handle handle, String userId, Instant at);
  }

  /// Hears that somebody came or went, on a virtual thread.
  @FunctionalInterface
  public interface Listener {
    void changed(String userId, PresenceStatus status, @Nullable Instant lastSeen);
  }

  private final Database database;
  private final LastSeen lastSeen;
  private final Map<String, Set<String>> socketsByUser = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  public Presence(Database database, LastSeen lastSeen) {
    this.database = database;
    this.lastSeen = lastSeen;
  }

  public void onChange(Listener listener) {
    listeners.add(listener);
  }

  public PresenceStatus status(String userId) {
    return socketsByUser.containsKey(userId) ? PresenceStatus.ONLINE : PresenceStatus.OFFLINE;
  }

  /// This person with whether they are there.
  public User describe(User user) {
    return user.withPresence(status(user.id()), user.lastSeen());
  }

  void connected(ClientSocket socket) {
    Set<String> sockets =
        socketsByUser.compute(
            socket.userId(),
            (_, ids) -> {
              Set<String> all = ids == null ? new HashSet<>() : new HashSet<>(ids);
              all.add(socket.id());
              return Set.copyOf(all);
            });
    if (sockets.size() == 1) {
      listeners.forEach(l -> l.changed(socket.userId(), PresenceStatus.ONLINE, null));
    }
  }

  /// @return true when it was the user's last socket
  boolean disconnected(ClientSocket socket) {
    Set<String> rest =
        socketsByUser.computeIfPresent(
            socket.userId(),
            (_, ids) -> {
              Set<String> all = new HashSet<>(ids);
              all.remove(socket.id());
              return all.isEmpty() ? null : Set.copyOf(all);
            });
    if (rest != null) {
      return false;
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    database.write(handle -> {
      lastSeen.seen(handle, socket.userId(), now);
      return now;
    });
    if (status(socket.userId()) == PresenceStatus.OFFLINE) {
      listeners.forEach(l -> l.changed(socket.userId(), PresenceStatus.OFFLINE, now));
    }
    return true;
  }
}
