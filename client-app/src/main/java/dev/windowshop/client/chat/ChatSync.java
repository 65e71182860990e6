package dev.windowshop.client.chat;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.protocol.Changes;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Sync;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Fetches what is missing here. Runs on the `chat` thread, which may wait for the relay.
final class ChatSync {
  private static final int PAGE = 100;
  private static final int CHANGES = 100;

  /// Conversations whose end is fetched at once when they are new here.
  private static final int EAGER = 30;

  /// From so many changes on, fetching the end anew is less than catching up.
  private static final int FAR_BEHIND = 2000;

  private final ChatStores stores;
  private final ClientDatabase database;
  private final RelayClient relay;
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final Inbox inbox;
  private final Consumer<List<Message>> arrived;
  private final Consumer<Rewritten> rewritten;

  /// @param arrived told of messages of others that are new here, of one conversation, in order
  /// @param rewritten told of those that were here and are something else now
  ChatSync(
      ChatStores stores,
      RelayClient relay,
      Inbox inbox,
      Consumer<List<Message>> arrived,
      Consumer<Rewritten> rewritten) {
    this.stores = stores;
    this.database = stores.database();
    this.relay = relay;
    this.conversations = stores.conversations();
    this.messages = stores.messages();
    this.inbox = inbox;
    this.arrived = arrived;
    this.rewritten = rewritten;
  }

  void all(String ownId) {
    Sync.Answer answer = ask();
    List<String> fresh = new ArrayList<>();
    List<String> behind = new ArrayList<>();
    database
        .executeRelaxed(connection -> {
          for (String id : answer.gone()) {
            inbox.leftByReader(connection, id);
          }
          for (Conversation conversation : answer.added()) {
            messages.removeAll(connection, conversation.id());
            conversations.put(connection, KeptConversation.fresh(conversation));
            fresh.add(conversation.id());
          }
          for (Conversation conversation : answer.ahead()) {
            if (ahead(connection, conversation)) {
              behind.add(conversation.id());
            } else {
              fresh.add(conversation.id());
            }
          }
          for (Sync.PersonalItem item : answer.me().items()) {
            inbox.personal(connection, item, ownId);
          }
          List<String> waiting = answer.me().scheduled();
          if (waiting != null) {
            stores.later().keepOnly(connection, waiting);
          }
          conversations.state(
              connection, ConversationStore.PERSONAL, Long.toString(answer.me().change()));
          conversations.state(connection, ConversationStore.EPOCH, answer.epoch());
        })
        .join();
    answer.me().items().stream().map(ChatSync::hidden).filter(Objects::nonNull).forEach(rewritten);
    behind.forEach(id -> catchUp(id, ownId));
    fresh.stream().limit(EAGER).forEach(id -> begin(id, ownId));
  }

  /// What was deleted for its reader alone, on another device; null for anything else.
  static @Nullable Rewritten hidden(Sync.PersonalItem item) {
    String id = item.conversationId();
    return id == null || !item.kind().equals("hidden")
        ? null
        : new Rewritten(id, item.value().path("messageId").asText(), null);
  }

  /// Fetches the end of one that is new here, and what changed since. What was told to none of its
  /// reader's devices arrives with it.
  private void begin(String id, String ownId) {
    KeptConversation kept = find(id);
    Message.History page = page(id);
    if (kept != null && page != null) {
      long delivered = kept.deliveredSeq(ownId);
      long end = kept.conversation().seq(); // what came later is among the changes
      arrived.accept(
          page.items().stream()
              .filter(message -> message.seq() > delivered && message.seq() <= end)
              .filter(message -> !message.sender().id().equals(ownId))
              .sorted(Comparator.comparingLong(Message::seq))
              .toList());
    }
    catchUp(id, ownId);
  }

  private Sync.Answer ask() {
    try {
      return relay.post("/sync", database.read(this::request), Sync.Answer.class);
    } catch (ProblemException e) {
      if (e.type() != ProblemType.RESYNC) {
        throw e;
      }
      database
          .executeRelaxed(connection -> {
            conversations.clear(connection);
          })
          .join();
      return relay.post("/sync", new Sync.Request(null, Map.of(), 0), Sync.Answer.class);
    }
  }

  private Sync.Request request(Connection connection) throws SQLException {
    String epoch = conversations.state(connection, ConversationStore.EPOCH);
    String personal = conversations.state(connection, ConversationStore.PERSONAL);
    return epoch == null
        ? new Sync.Request(null, Map.of(), 0)
        : new Sync.Request(
            epoch,
            conversations.changes(connection),
            personal == null ? 0 : Long.parseLong(personal));
  }

  /// @return whether the changes in between are to be fetched; else its end is, anew
  private boolean ahead(Connection connection, Conversation news) throws SQLException {
    KeptConversation kept = conversations.find(connection, news.id());
    if (kept == null || kept.fromSeq() == null || news.change() - kept.change() > FAR_BEHIND) {
      messages.removeAll(connection, news.id());
      conversations.put(connection, KeptConversation.fresh(news));
      return false;
    }
    conversations.put(connection, kept.described(news));
    return true;
  }

  /// Brings one conversation up to the relay's counter. The next page is asked for while one is
  /// written.
  void catchUp(String id, String ownId) {
    KeptConversation kept = find(id);
    if (kept == null) {
      return;
    }
    long after = kept.change();
    CompletableFuture<Taken> writing = CompletableFuture.completedFuture(Taken.NOTHING);
    try {
      boolean more = true;
      while (more) {
        Changes page =
            relay.get(
                "/conversations/" + id + "/changes?limit=" + CHANGES + "&after=" + after,
                Changes.class);
        told(writing.join());
        writing = database.writeRelaxed(connection -> take(connection, id, page, ownId));
        after = page.change();
        more = page.more();
      }
    } finally {
      told(writing.join());
    }
  }

  /// What a page of changes brought: messages of others that are new here, and those that were
  /// here.
  private record Taken(List<Message> news, List<Message> changed) {
    private static final Taken NOTHING = new Taken(List.of(), List.of());
  }

  private void told(Taken taken) {
    arrived.accept(taken.news());
    taken.changed().stream().map(Rewritten::of).forEach(rewritten);
  }

  private Taken take(Connection connection, String id, Changes page, String ownId)
      throws SQLException {
    List<Message> news = new ArrayList<>();
    List<Message> changed = new ArrayList<>();
    KeptConversation kept = conversations.find(connection, id);
    if (kept == null) {
      return Taken.NOTHING;
    }
    for (Changes.Item item : page.items()) {
      long seq = kept.conversation().seq();
      kept = inbox.change(connection, kept, item, ownId);
      Message last = kept.conversation().lastMessage();
      if (kept.conversation().seq() > seq && last != null && !last.sender().id().equals(ownId)) {
        news.add(last);
      } else if (item.kind() == Changes.Kind.MESSAGE
          && !item.value().path("sender").path("id").asText().equals(ownId)) {
        changed.add(Json.decode(item.value(), Message.class));
      }
    }
    conversations.put(connection, kept.upTo(page.change()));
    return new Taken(news, changed);
  }

  /// Fetches the page of history before what is here.
  ///
  /// @return false when there is nothing older
  boolean older(String id) {
    return page(id) != null;
  }

  private Message.@Nullable History page(String id) {
    KeptConversation kept = find(id);
    if (kept == null || kept.complete() || kept.left()) {
      return null;
    }
    String before = kept.fromSeq() == null ? "" : "&before=" + kept.fromSeq();
    Message.History page =
        relay.get(
            "/conversations/" + id + "/messages?limit=" + PAGE + before, Message.History.class);
    database
        .executeRelaxed(connection -> {
          KeptConversation now = conversations.find(connection, id);
          if (now != null) {
            conversations.put(connection, inbox.history(connection, now, page, PAGE));
          }
        })
        .join();
    return page;
  }

  /// Fetches history until a place of it is here.
  ///
  /// @return whether anything was fetched
  boolean reach(String id, long seq) {
    boolean fetched = false;
    KeptConversation kept = find(id);
    while (kept != null && !kept.complete() && (kept.fromSeq() == null || kept.fromSeq() > seq)) {
      if (!older(id)) {
        break;
      }
      fetched = true;
      kept = find(id);
    }
    return fetched;
  }

  /// Fetches the messages that are pinned, wherever they are.
  void pins(String id) {
    Page<Message> pinned =
        relay.get(
            "/conversations/" + id + "/pins?limit=100",
            new com.fasterxml.jackson.core.type.TypeReference<Page<Message>>() {});
    database
        .executeRelaxed(connection -> {
          for (Message message : pinned.items()) {
            messages.put(connection, message);
          }
        })
        .join();
  }

  /// Takes in a conversation that was opened or that one was added to.
  void added(Conversation conversation, String ownId) {
    String id = conversation.id();
    boolean known =
        database
            .writeRelaxed(connection -> {
              KeptConversation kept = conversations.find(connection, id);
              if (kept == null) {
                conversations.put(connection, KeptConversation.fresh(conversation));
              }
              return kept != null;
            })
            .join();
    if (known) {
      catchUp(id, ownId);
    } else {
      begin(id, ownId);
    }
  }

  /// Takes in one that the user has come back to: what was kept of it is fetched anew.
  void back(Conversation conversation, String ownId) {
    database
        .executeRelaxed(connection -> {
          messages.removeAll(connection, conversation.id());
          conversations.put(connection, KeptConversation.fresh(conversation));
        })
        .join();
    begin(conversation.id(), ownId);
  }

  void fetch(String id, String ownId) {
    try {
      back(relay.get("/conversations/" + id, Conversation.class), ownId);
    } catch (ProblemException e) {
      if (e.type() != ProblemType.NOT_FOUND) {
        throw e;
      }
      database.executeRelaxed(connection -> inbox.leftByReader(connection, id)).join();
    }
  }

  private @Nullable KeptConversation find(String id) {
    return stores.find(id);
  }
}
