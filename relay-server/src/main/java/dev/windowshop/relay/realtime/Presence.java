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

/// Who is there: online while any socket of theirs lives. Any thread; [#announce] may block and is
/// called on virtual threads.
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
  private final Set<String> announced = ConcurrentHashMap.newKeySet();
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

  /// Counts a socket in. Does not block.
  void entered(ClientSocket socket) {
    socketsByUser.compute(
        socket.userId(),
        (_, ids) -> {
          Set<String> all = ids == null ? new HashSet<>() : new HashSet<>(ids);
          all.add(socket.id());
          return Set.copyOf(all);
        });
  }

  /// Counts a socket out. Does not block.
  ///
  /// @return true when it was the user's last one
  boolean exited(ClientSocket socket) {
    return socketsByUser.computeIfPresent(
            socket.userId(),
            (_, ids) -> {
              Set<String> all = new HashSet<>(ids);
              all.remove(socket.id());
              return all.isEmpty() ? null : Set.copyOf(all);
            })
        == null;
  }

  /// Tells the listeners when the user is there and was not, or the other way round. May block.
  void announce(String userId) {
    if (status(userId) == PresenceStatus.ONLINE) {
      if (announced.add(userId)) {
        listeners.forEach(listener -> listener.changed(userId, PresenceStatus.ONLINE, null));
      }
    } else if (announced.remove(userId)) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      database.write(handle -> {
        lastSeen.seen(handle, userId, now);
        return now;
      });
      listeners.forEach(listener -> listener.changed(userId, PresenceStatus.OFFLINE, now));
    }
  }
}
