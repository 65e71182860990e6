package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.ScheduledMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is shown of messages for later, read from the stores: those that the relay keeps, and those
/// that it has not been told of. Changed on the `chat` thread only; observed anywhere.
final class LaterShelf {
  private static final Comparator<LaterMessage> NEXT_FIRST =
      Comparator.comparing(LaterMessage::sendAt).thenComparing(LaterMessage::clientId);

  private final ChatStores stores;
  private final Supplier<@Nullable String> ownId;
  private final Live<Map<String, List<LaterMessage>>> all = new Live<>(Map.of());
  private final List<Consumer<LaterMessage>> listeners = new CopyOnWriteArrayList<>();

  LaterShelf(ChatStores stores, Supplier<@Nullable String> ownId) {
    this.stores = stores;
    this.ownId = ownId;
  }

  Live<Map<String, List<LaterMessage>>> all() {
    return all;
  }

  Subscription onFailed(Consumer<LaterMessage> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void changed() {
    String userId = ownId.get();
    Map<String, List<LaterMessage>> now =
        userId == null
            ? Map.of()
            : stores.database().read(connection -> read(connection, userId)).stream()
                .sorted(NEXT_FIRST)
                .collect(Collectors.groupingBy(LaterMessage::conversationId));
    Map<String, List<LaterMessage>> before = all.value();
    if (now.equals(before)) {
      return;
    }
    all.set(now);
    if (before != null) {
      tell(before, now);
    }
  }

  private List<LaterMessage> read(Connection connection, String userId) throws SQLException {
    List<LaterMessage> read = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (ScheduledMessage kept : stores.later().all(connection)) {
      read.add(LaterMessage.of(kept));
      told.add(kept.clientId());
    }
    for (Pending pending : stores.outbox().later(connection, userId)) {
      Instant at = Objects.requireNonNull(pending.sendAt());
      if (!told.contains(pending.clientId())) {
        read.add(LaterMessage.of(pending, at));
      }
    }
    return read;
  }

  /// Whatever waited when it was last looked at, and can't be sent now.
  private void tell(Map<String, List<LaterMessage>> before, Map<String, List<LaterMessage>> now) {
    Map<String, LaterMessage> known = new HashMap<>();
    before.values().forEach(ones -> ones.forEach(one -> known.put(one.clientId(), one)));
    now.values()
        .forEach(ones ->
            ones.stream()
                .filter(LaterMessage::failed)
                .filter(one -> {
                  LaterMessage was = known.get(one.clientId());
                  return was != null && !was.failed();
                })
                .forEach(one -> listeners.forEach(listener -> listener.accept(one))));
  }
}
