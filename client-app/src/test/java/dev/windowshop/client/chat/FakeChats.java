package dev.windowshop.client.chat;

import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.preview.LinkPreviews;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Poll;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Conversations that a test decides.
final class FakeChats implements Chats {
  final Live<List<Conversation>> conversations = new Live<>(List.of());
  final Live<Map<String, PresenceStatus>> presence = new Live<>(Map.of());
  final Live<Map<String, List<String>>> typing = new Live<>(Map.of());
  final Live<ConnectionState> connection = new Live<>(new ConnectionState.Online());
  final Map<String, Live<OpenConversation.State>> states = new HashMap<>();
  final List<String> sent = new ArrayList<>();
  final List<Poll> asked = new ArrayList<>();
  final List<Draft> drafts = new ArrayList<>();
  final List<Long> reached = new ArrayList<>();
  final FakeMessageActions actions = new FakeMessageActions();
  final FakeLater later = new FakeLater();
  final FakeGroups groups = new FakeGroups();
  List<MessageHit> hits = List.of();
  List<MessageHit> elsewhere = List.of();
  final FakePersonals personals = new FakePersonals();
  final FakeReceivedFiles files = new FakeReceivedFiles();
  final List<String> read = new ArrayList<>();
  final List<String> retried = new ArrayList<>();
  List<User> people = List.of();
  int older;
  LinkPreviews previews = LinkPreviews.NONE;
  @Nullable String ownId = Samples.ANA.id();

  void put(OpenConversation.State state) {
    states.computeIfAbsent(state.conversation().id(), _ -> new Live<>()).set(state);
  }

  @Override
  public @Nullable String ownId() {
    return ownId;
  }

  @Override
  public Live<List<Conversation>> conversations() {
    return conversations;
  }

  @Override
  public Live<Map<String, PresenceStatus>> presence() {
    return presence;
  }

  @Override
  public Live<Map<String, List<String>>> typing() {
    return typing;
  }

  @Override
  public Live<ConnectionState> connection() {
    return connection;
  }

  @Override
  public OpenConversation open(String conversationId) {
    Live<OpenConversation.State> state = states.computeIfAbsent(conversationId, _ -> new Live<>());
    return new OpenConversation() {
      @Override
      public Live<State> state() {
        return state;
      }

      @Override
      public void loadOlder() {
        older++;
      }

      @Override
      public void reach(long seq) {
        reached.add(seq);
      }

      @Override
      public void loadNewer() {}

      @Override
      public void toEnd() {}

      @Override
      public void close() {}
    };
  }

  @Override
  public CompletableFuture<Void> send(String conversationId, Draft draft) {
    sent.add(draft.text());
    drafts.add(draft);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> ask(String conversationId, Poll poll) {
    asked.add(poll);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public LinkPreviews previews() {
    return previews;
  }

  @Override
  public MessageActions actions() {
    return actions;
  }

  @Override
  public Later later() {
    return later;
  }

  @Override
  public Personals personals() {
    return personals;
  }

  @Override
  public Groups groups() {
    return groups;
  }

  @Override
  public MessageSearch search() {
    return new MessageSearch() {
      @Override
      public CompletableFuture<List<MessageHit>> find(MessageQuery query, int most) {
        return CompletableFuture.completedFuture(query.isEmpty() ? List.of() : hits);
      }

      @Override
      public CompletableFuture<List<MessageHit>> elsewhere(MessageQuery query, int most) {
        return CompletableFuture.completedFuture(query.isEmpty() ? List.of() : elsewhere);
      }
    };
  }

  @Override
  public ReceivedFiles files() {
    return files;
  }

  @Override
  public void retry(String clientId) {
    retried.add(clientId);
  }

  @Override
  public void discard(String clientId) {}

  @Override
  public void markRead(String conversationId) {
    read.add(conversationId);
  }

  @Override
  public void typed(String conversationId) {}

  @Override
  public CompletableFuture<String> askSeller(String productId) {
    return CompletableFuture.completedFuture("listing");
  }

  @Override
  public CompletableFuture<String> openDirect(String userId) {
    return CompletableFuture.completedFuture("direct");
  }

  @Override
  public CompletableFuture<List<User>> findPeople(String text) {
    return CompletableFuture.completedFuture(people);
  }
}
