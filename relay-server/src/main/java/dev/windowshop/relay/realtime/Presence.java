package dev.windowshop.relay.realtime;

import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.relay.db.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is there. Somebody is as they chose to be shown while any socket of theirs lives, busy while
/// in a call, offline when the last socket leaves or when they chose to be unseen. Any thread;
/// [#announce] may block and is called on virtual threads.
public final class Presence {
  /// What is kept of people's presence. Called inside units of work.
  public interface Memory {
    /// Keeps when somebody was last there.
    void seen(Handle handle, String userId, Instant at);

    /// What they chose to be shown as; offline for unseen.
    PresenceStatus chosenPresence(Handle handle, String userId);
  }

  /// Hears that somebody is shown as something else now, on a virtual thread.
  @FunctionalInterface
  public interface Listener {
    void changed(String userId, PresenceStatus status, @Nullable Instant lastSeen);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

  private final Database database;
  private final Memory memory;
  private final Executor executor;
  private final Map<String, Set<String>> socketsByUser = new ConcurrentHashMap<>();

  /// Of everybody who was here since the start: a word each.
  private final Map<String, PresenceStatus> chosen = new ConcurrentHashMap<>();

  /// Sockets of devices that nobody has touched for a while, by user.
  private final Map<String, Set<String>> idleByUser = new ConcurrentHashMap<>();

  private final Map<String, Set<String>> callsByUser = new ConcurrentHashMap<>();
  private final Map<String, PresenceStatus> announced = new ConcurrentHashMap<>();

  /// How often each user was asked to be announced while somebody was at it.
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /// @param executor runs what may not hold up a caller, one virtual thread each
  public Presence(Database database, Memory memory, Executor executor) {
    this.database = database;
    this.memory = memory;
    this.executor = executor;
  }

  public void onChange(Listener listener) {
    listeners.add(listener);
  }

  /// What they are shown as to those who may see it. Offline until it is known what they chose, so
  /// that nobody unseen shows for a moment.
  public PresenceStatus status(String userId) {
    PresenceStatus choice = chosen.get(userId);
    if (choice == null || choice == PresenceStatus.OFFLINE || !socketsByUser.containsKey(userId)) {
      return PresenceStatus.OFFLINE;
    }
    if (callsByUser.containsKey(userId)) {
      return PresenceStatus.BUSY;
    }
    return choice == PresenceStatus.ONLINE && isIdle(userId) ? PresenceStatus.AWAY : choice;
  }

  /// They want to be shown as something else from now on. May block.
  public void chose(String userId, PresenceStatus status) {
    chosen.put(userId, status);
    announce(userId);
  }

  private boolean isIdle(String userId) {
    return idleByUser
        .getOrDefault(userId, Set.of())
        .containsAll(socketsByUser.getOrDefault(userId, Set.of()));
  }

  /// Whether nobody has touched this device for a while; who is at none of theirs is away.
  /// Forgotten with the socket. May block.
  public void idle(ClientSocket socket, boolean idle) {
    if (idle) {
      idleByUser.merge(socket.userId(), Set.of(socket.id()), Presence::union);
    } else {
      touched(socket);
    }
    announce(socket.userId());
  }

  private void touched(ClientSocket socket) {
    idleByUser.computeIfPresent(socket.userId(), (_, idle) -> without(idle, socket.id()));
  }

  /// Who is in a call now; nobody once it is over. Does not block.
  public void inCall(String callId, Set<String> joined, Set<String> others) {
    joined.forEach(user -> {
      callsByUser.merge(user, Set.of(callId), Presence::union);
      announceSoon(user);
    });
    others.forEach(user -> {
      callsByUser.computeIfPresent(user, (_, calls) -> without(calls, callId));
      announceSoon(user);
    });
  }

  /// Counts a socket in. Does not block.
  void entered(ClientSocket socket) {
    socketsByUser.merge(socket.userId(), Set.of(socket.id()), Presence::union);
  }

  /// Counts a socket out. Does not block.
  ///
  /// @return true when it was the user's last one
  boolean exited(ClientSocket socket) {
    touched(socket);
    return socketsByUser.computeIfPresent(
            socket.userId(), (_, sockets) -> without(sockets, socket.id()))
        == null;
  }

  /// Tells the listeners when the user is shown as something else than before. May block. One
  /// thread a user does it at a time, so that the last word is the true one; what changes meanwhile
  /// is looked at again by that thread.
  void announce(String userId) {
    if (asked.merge(userId, 1, Integer::sum) > 1) {
      return;
    }
    while (true) {
      int answered = asked.getOrDefault(userId, 1);
      try {
        tell(userId);
      } catch (RuntimeException e) {
        LOG.warn("a change of presence was not told", e);
      }
      if (asked.computeIfPresent(userId, (_, count) -> count == answered ? null : count) == null) {
        return;
      }
    }
  }

  private void tell(String userId) {
    if (socketsByUser.containsKey(userId) && !chosen.containsKey(userId)) {
      PresenceStatus kept = database.read(handle -> memory.chosenPresence(handle, userId));
      chosen.putIfAbsent(userId, kept);
    }
    PresenceStatus now = status(userId);
    PresenceStatus before =
        now == PresenceStatus.OFFLINE ? announced.remove(userId) : announced.put(userId, now);
    if (now == (before == null ? PresenceStatus.OFFLINE : before)) {
      return;
    }
    Instant seen = null;
    if (now == PresenceStatus.OFFLINE) {
      Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      database.write(handle -> {
        memory.seen(handle, userId, at);
        return at;
      });
      seen = at;
    }
    for (Listener listener : listeners) {
      listener.changed(userId, now, seen);
    }
  }

  private void announceSoon(String userId) {
    try {
      executor.execute(() -> announce(userId));
    } catch (RejectedExecutionException e) {
      LOG.debug("the relay is stopping: nobody is told of {} any more", userId, e);
    }
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(more);
    return Set.copyOf(all);
  }

  private static @Nullable Set<String> without(Set<String> all, String one) {
    Set<String> left = new HashSet<>(all);
    left.remove(one);
    return left.isEmpty() ? null : Set.copyOf(left);
  }
}
