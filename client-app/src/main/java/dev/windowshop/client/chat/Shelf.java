package dev.windowshop.client.chat;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is shown, read from the stores: the list, and the conversations that are open. Changed on
/// the `chat` thread only; observed anywhere.
final class Shelf {
  private static final int WINDOW = 50;
  private static final Comparator<Conversation> NEWEST_FIRST =
      Comparator.comparing(Conversation::lastActivityAt).thenComparing(Conversation::id).reversed();

  private final ClientDatabase database;
  private final ConversationStore store;
  private final MessageStore messages;
  private final Outbox outbox;
  private final Supplier<@Nullable String> ownId;
  private final Map<String, Conversation> shown = new HashMap<>();
  private final Live<List<Conversation>> conversations = new Live<>(List.of());
  private final Map<String, List<Opened>> open = new ConcurrentHashMap<>();

  Shelf(
      ClientDatabase database,
      ConversationStore store,
      MessageStore messages,
      Outbox outbox,
      Supplier<@Nullable String> ownId) {
    this.database = database;
    this.store = store;
    this.messages = messages;
    this.outbox = outbox;
    this.ownId = ownId;
  }

  Live<List<Conversation>> conversations() {
    return conversations;
  }

  Set<String> openOnes() {
    return open.keySet();
  }

  /// @param again comes back to [#changed] on the `chat` thread
  /// @param older fetches what is further back than the store, and comes back when it has
  OpenConversation open(String id, Runnable again, Runnable older) {
    Opened opened = new Opened(id, again, older);
    open.computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>()).add(opened);
    return opened;
  }

  void reload() {
    shown.clear();
    if (ownId.get() != null) {
      database.read(store::all).forEach(kept -> shown.put(kept.id(), kept.conversation()));
    }
    // Told even when nothing changed: whose they are may have.
    conversations.set(sorted());
    openOnes().forEach(this::refresh);
  }

  void changed(String id) {
    KeptConversation kept =
        ownId.get() == null
            ? null
            : database.read(c -> Optional.ofNullable(store.find(c, id))).orElse(null);
    if (kept == null) {
      shown.remove(id);
    } else {
      shown.put(id, kept.conversation());
    }
    show();
    refresh(id);
  }

  private void show() {
    List<Conversation> now = sorted();
    if (!now.equals(conversations.value())) {
      conversations.set(now);
    }
  }

  private List<Conversation> sorted() {
    return shown.values().stream().sorted(NEWEST_FIRST).toList();
  }

  private void refresh(String id) {
    open.getOrDefault(id, List.of()).forEach(Opened::refresh);
  }

  private final class Opened implements OpenConversation {
    private final String id;
    private final Runnable again;
    private final Runnable older;
    private final Live<State> state = new Live<>();
    private Map<String, Message> decoded = Map.of();
    private volatile int limit = WINDOW;
    private volatile boolean asked;

    Opened(String id, Runnable again, Runnable older) {
      this.id = id;
      this.again = again;
      this.older = older;
    }

    @Override
    public Live<State> state() {
      return state;
    }

    @Override
    public void loadOlder() {
      State now = state.value();
      if (now == null || now.complete() || asked) {
        return;
      }
      asked = true;
      limit = Math.max(limit, now.messages().size()) + WINDOW;
      again.run();
    }

    void refresh() {
      String userId = ownId.get();
      if (userId == null) {
        return;
      }
      State next =
          database
              .read(connection -> {
                KeptConversation kept = store.find(connection, id);
                if (kept == null) {
                  return Optional.<State>empty();
                }
                Long from = kept.fromSeq();
                List<Message> end =
                    from == null
                        ? List.of()
                        : messages.newest(connection, id, from, limit, decoded);
                boolean all =
                    kept.complete()
                        && (end.isEmpty() || from == null || end.getFirst().seq() <= from);
                return Optional.of(
                    new State(kept.conversation(), end, outbox.of(connection, userId, id), all));
              })
              .orElse(null);
      if (next == null) {
        return;
      }
      decoded =
          next.messages().stream().collect(Collectors.toMap(Message::id, Function.identity()));
      // The store first; the relay for what the store does not have.
      asked = next.messages().size() < limit && !next.complete();
      state.set(next);
      if (asked) {
        older.run();
      }
    }

    @Override
    public void close() {
      open.computeIfPresent(
          id,
          (_, all) -> {
            all.remove(this);
            return all.isEmpty() ? null : all;
          });
    }
  }
}
