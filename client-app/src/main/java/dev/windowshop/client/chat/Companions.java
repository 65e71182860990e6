package dev.windowshop.client.chat;

import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ServerEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Who is there and who is writing: true now or not at all, so never stored. Any thread.
final class Companions {
  private static final long SEEN_MILLIS = 6_000;
  private static final long SAY_AGAIN_MILLIS = 3_000;
  private static final long IDLE_MILLIS = 4_000;

  private record Writing(String name, long until) {}

  private final SocketClient socket;
  private final Workers workers;
  private final Live<Map<String, PresenceStatus>> presence = new Live<>(Map.of());
  private final Live<Map<String, List<String>>> typing = new Live<>(Map.of());
  private final Map<String, Map<String, Writing>> writing = new HashMap<>();
  private final Map<String, Long> said = new ConcurrentHashMap<>();
  private final Map<String, Long> typed = new ConcurrentHashMap<>();

  Companions(SocketClient socket, Workers workers) {
    this.socket = socket;
    this.workers = workers;
  }

  Live<Map<String, PresenceStatus>> presence() {
    return presence;
  }

  Live<Map<String, List<String>>> typing() {
    return typing;
  }

  /// What the relay says of those in these conversations.
  void seen(Collection<Conversation> conversations) {
    Map<String, PresenceStatus> seen = new HashMap<>();
    for (Conversation conversation : conversations) {
      conversation
          .participants()
          .forEach(participant -> {
            PresenceStatus status = participant.user().status();
            if (status != null) {
              seen.put(participant.user().id(), status);
            }
          });
    }
    presence.update(known -> merged(known, seen));
  }

  void changed(ServerEvent.UserStatusChanged event) {
    presence.update(known -> merged(known, Map.of(event.userId(), event.status())));
  }

  private static Map<String, PresenceStatus> merged(
      Map<String, PresenceStatus> known, Map<String, PresenceStatus> news) {
    Map<String, PresenceStatus> all = new HashMap<>(known);
    all.putAll(news);
    return Map.copyOf(all);
  }

  /// Nobody is known to be there without a connection.
  void lost() {
    presence.set(Map.of());
    synchronized (writing) {
      writing.clear();
    }
    show();
  }

  void writing(String conversationId, String userId, String name) {
    synchronized (writing) {
      writing
          .computeIfAbsent(conversationId, _ -> new LinkedHashMap<>())
          .put(userId, new Writing(name, System.currentTimeMillis() + SEEN_MILLIS));
    }
    show();
    workers.timer().schedule(this::show, SEEN_MILLIS + 100, TimeUnit.MILLISECONDS);
  }

  void stoppedWriting(String conversationId, String userId) {
    boolean removed;
    synchronized (writing) {
      Map<String, Writing> there = writing.get(conversationId);
      removed = there != null && there.remove(userId) != null;
    }
    if (removed) {
      show();
    }
  }

  private void show() {
    Map<String, List<String>> now = new HashMap<>();
    synchronized (writing) {
      long time = System.currentTimeMillis();
      writing.values().forEach(there -> there.values().removeIf(w -> w.until() < time));
      writing.values().removeIf(Map::isEmpty);
      writing.forEach(
          (id, there) -> now.put(id, there.values().stream().map(Writing::name).toList()));
    }
    Map<String, List<String>> shown = Map.copyOf(now);
    typing.update(_ -> shown);
  }

  /// One's own writing, told now and then, and taken back after a pause.
  void typed(String conversationId) {
    long now = System.currentTimeMillis();
    typed.put(conversationId, now);
    Long last = said.get(conversationId);
    if (last == null || now - last > SAY_AGAIN_MILLIS) {
      said.put(conversationId, now);
      tell(Command.TYPING_START, conversationId);
      workers.timer().schedule(() -> idle(conversationId), IDLE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void idle(String conversationId) {
    Long last = typed.get(conversationId);
    if (last == null) {
      return;
    }
    long left = last + IDLE_MILLIS - System.currentTimeMillis();
    if (left > 0) {
      workers.timer().schedule(() -> idle(conversationId), left, TimeUnit.MILLISECONDS);
    } else {
      stopped(conversationId);
    }
  }

  void stopped(String conversationId) {
    typed.remove(conversationId);
    if (said.remove(conversationId) != null) {
      tell(Command.TYPING_STOP, conversationId);
    }
  }

  /// Nobody misses it when it does not arrive.
  private void tell(Command command, String conversationId) {
    var unused = socket.send(command, new Command.InConversation(conversationId));
  }
}
