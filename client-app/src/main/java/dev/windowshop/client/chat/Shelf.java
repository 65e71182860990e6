package dev.windowshop.client.chat;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is shown, read from the stores: the list, and the conversations that are open. Changed on
/// the `chat` thread only; observed anywhere.
final class Shelf {
  private static final int WINDOW = 50;

  /// Who looks further back, or forward, leaves behind what is so far away.
  private static final int WIDEST = 400;

  private static final long END = Long.MAX_VALUE;
  private static final Comparator<Conversation> NEWEST_FIRST =
      Comparator.comparing(Conversation::lastActivityAt).thenComparing(Conversation::id).reversed();

  private final ChatStores stores;
  private final ClientDatabase database;
  private final ConversationStore store;
  private final Supplier<@Nullable String> ownId;
  private final LaterShelf later;
  private final Map<String, Conversation> shown = new HashMap<>();
  private final Live<List<Conversation>> conversations = new Live<>(List.of());
  private final Live<Map<String, Own>> own = new Live<>(Map.of());
  private final Map<String, List<Opened>> open = new ConcurrentHashMap<>();

  Shelf(ChatStores stores, Supplier<@Nullable String> ownId) {
    this.stores = stores;
    this.database = stores.database();
    this.store = stores.conversations();
    this.ownId = ownId;
    this.later = new LaterShelf(stores, ownId);
  }

  /// What goes out later.
  LaterShelf later() {
    return later;
  }

  /// What only their owner has of them, by conversation.
  Live<Map<String, Own>> own() {
    return own;
  }

  Live<List<Conversation>> conversations() {
    return conversations;
  }

  Set<String> openOnes() {
    return open.keySet();
  }

  /// @param again comes back to [#changed] on the `chat` thread
  /// @param reach has the store reach back to a place, and comes back when it does
  /// @param older fetches what is further back than the store, and comes back when it has
  /// @param pins fetches the pinned messages that are not in the store, and comes back when it has
  OpenConversation open(
      String id, Runnable again, Runnable older, LongConsumer reach, Runnable pins) {
    Opened opened = new Opened(id, again, older, reach, pins);
    open.computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>()).add(opened);
    return opened;
  }

  void reload() {
    shown.clear();
    if (ownId.get() != null) {
      database.read(store::all).forEach(kept -> shown.put(kept.id(), kept.conversation()));
    }
    own.set(ownId.get() == null ? Map.of() : Map.copyOf(database.read(stores.personal()::all)));
    // Told even when nothing changed: whose they are may have.
    conversations.set(sorted());
    later.changed();
    openOnes().forEach(this::refresh);
  }

  /// Whether it is among what is shown.
  boolean shows(String id) {
    return shown.containsKey(id);
  }

  void changed(String id) {
    boolean somebody = ownId.get() != null;
    Now mine = somebody ? database.read(connection -> now(connection, id)) : Now.NOTHING;
    if (mine.kept() == null) {
      shown.remove(id);
    } else {
      shown.put(id, mine.kept().conversation());
    }
    own.update(all -> {
      Map<String, Own> now = new HashMap<>(all);
      if (mine.own().equals(Own.NOTHING)) {
        now.remove(id);
      } else {
        now.put(id, mine.own());
      }
      return Map.copyOf(now);
    });
    show();
    refresh(id);
  }

  private Now now(Connection connection, String id) throws SQLException {
    return new Now(store.find(connection, id), stores.personal().find(connection, id).own());
  }

  private record Now(@Nullable KeptConversation kept, Own own) {
    static final Now NOTHING = new Now(null, Own.NOTHING);
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
    private final LongConsumer reach;
    private final Runnable pins;
    private final Live<State> state = new Live<>();
    private Map<String, Message> decoded = Map.of();
    private int found;
    private boolean left;
    private Set<String> missing = Set.of();
    private Set<String> sought = Set.of();
    private volatile long to = END;
    private volatile int limit = WINDOW;
    private volatile boolean asked;
    private volatile boolean forward;

    Opened(String id, Runnable again, Runnable older, LongConsumer reach, Runnable pins) {
      this.id = id;
      this.again = again;
      this.older = older;
      this.reach = reach;
      this.pins = pins;
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
      int held = now.messages().size();
      limit = Math.min(Math.max(limit, held) + WINDOW, WIDEST);
      if (held + WINDOW > WIDEST) {
        to = now.messages().get(WIDEST - WINDOW - 1).seq();
      }
      again.run();
    }

    @Override
    public void reach(long seq) {
      to = seq + WINDOW / 2;
      limit = WINDOW;
      reach.accept(seq);
    }

    @Override
    public void loadNewer() {
      if (to != END && !forward) {
        forward = true;
        to += WINDOW;
        limit = Math.min(limit + WINDOW, WIDEST);
        again.run();
      }
    }

    @Override
    public void toEnd() {
      if (to != END) {
        to = END;
        limit = WINDOW;
        again.run();
      }
    }

    void refresh() {
      String userId = ownId.get();
      if (userId == null) {
        return;
      }
      State next =
          database.read(connection -> Optional.ofNullable(read(connection, userId))).orElse(null);
      if (next == null) {
        return;
      }
      forward = false;
      // The store first; the relay for what the store does not have.
      asked = found < limit && !next.complete() && !left;
      state.set(next);
      if (asked) {
        older.run();
      }
      // Once: one that the relay does not give either is none that its reader sees.
      if (!missing.isEmpty() && !missing.equals(sought) && !left) {
        sought = missing;
        pins.run();
      }
    }

    private @Nullable State read(Connection connection, String userId) throws SQLException {
      KeptConversation kept = store.find(connection, id);
      if (kept == null) {
        return null;
      }
      if (to != END && to >= kept.conversation().seq()) {
        to = END;
      }
      Long from = kept.fromSeq();
      List<Message> end =
          from == null
              ? List.of()
              : stores.messages().newest(connection, id, from, to, limit, decoded);
      found = end.size();
      left = kept.left();
      decoded = end.stream().collect(Collectors.toMap(Message::id, Function.identity()));
      boolean all =
          kept.left()
              ? end.size() < limit
              : kept.complete()
                  && (end.isEmpty()
                      || from == null
                      || end.size() < limit
                      || end.getFirst().seq() <= from);
      List<MessageAction> actions = stores.actions().of(connection, userId, id);
      Map<String, Message> pinned = pinned(connection, kept.conversation(), actions);
      List<Conversation.Pin> pinsNow =
          MessageAction.pins(
              kept.conversation().pins(),
              actions,
              pinned.values().stream().collect(Collectors.toMap(Message::id, Message::seq)),
              userId,
              Instant.now());
      missing =
          pinsNow.stream()
              .map(Conversation.Pin::messageId)
              .filter(one -> !pinned.containsKey(one))
              .collect(Collectors.toUnmodifiableSet());
      return new State(
          kept.withPins(pinsNow).conversation(),
          seen(end, actions, userId),
          to == END ? stores.outbox().of(connection, userId, id) : List.of(),
          all,
          answered(connection, end),
          to == END,
          seen(
              pinsNow.stream()
                  .map(pin -> pinned.get(pin.messageId()))
                  .filter(Objects::nonNull)
                  .filter(message -> message.deletedAt() == null)
                  .toList(),
              actions,
              userId));
    }

    /// The messages that are pinned, or are about to be, as far as they are here.
    private Map<String, Message> pinned(
        Connection connection, Conversation conversation, List<MessageAction> actions)
        throws SQLException {
      Map<String, Message> pinned = new HashMap<>();
      for (Conversation.Pin pin : conversation.pins()) {
        find(connection, pin.messageId(), pinned);
      }
      for (MessageAction action : actions) {
        if (action.kind() == MessageAction.Kind.PIN) {
          find(connection, action.messageId(), pinned);
        }
      }
      return pinned;
    }

    private void find(Connection connection, String messageId, Map<String, Message> into)
        throws SQLException {
      Message found = decoded.get(messageId);
      if (found == null) {
        found = stores.messages().find(connection, messageId);
      }
      if (found != null) {
        into.put(messageId, found);
      }
    }

    private static List<Message> seen(
        List<Message> messages, List<MessageAction> actions, String userId) {
      if (actions.isEmpty()) {
        return messages;
      }
      Instant now = Instant.now();
      List<Message> seen = new ArrayList<>();
      for (Message message : messages) {
        Message shown = MessageAction.applied(message, actions, userId, now);
        if (shown != null) {
          seen.add(shown);
        }
      }
      return List.copyOf(seen);
    }

    /// What is answered further back than what is shown.
    private Map<String, Message> answered(Connection connection, List<Message> shown)
        throws SQLException {
      Map<String, Message> answered = new HashMap<>();
      for (Message message : shown) {
        String to = message.replyToId();
        if (to != null && !decoded.containsKey(to) && !answered.containsKey(to)) {
          Message found = stores.messages().find(connection, to);
          if (found != null) {
            answered.put(to, found);
          }
        }
      }
      return Map.copyOf(answered);
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
