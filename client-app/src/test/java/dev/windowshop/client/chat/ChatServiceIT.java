package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.backup.Backup;
import dev.windowshop.relay.backup.Restore;
import dev.windowshop.relay.db.DatabaseAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatServiceIT {
  @TempDir Path folder;

  private Relay relay;
  private ChatClient ana;
  private ChatClient ben;
  private String bensId;

  @BeforeEach
  void start() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    ana = new ChatClient(folder.resolve("ana"), relay.address());
    ben = new ChatClient(folder.resolve("ben"), relay.address());
    ana.signUp("ana");
    bensId = ben.signUp("ben");
    online(ana);
    online(ben);
  }

  @AfterEach
  void stop() {
    ana.close();
    ben.close();
    relay.close();
  }

  @Test
  void messagesGoBothWaysAndAreCountedUntilTheyAreRead() {
    String id = ana.chat().openDirect(bensId).join();
    try (OpenConversation anas = ana.chat().open(id)) {
      ana.chat().send(id, "Hello Ben").join();
      Conversation atBens =
          TestClient.await(
                  ben.chat().conversations(),
                  all -> !all.isEmpty() && all.getFirst().lastMessage() != null)
              .getFirst();
      assertEquals(id, atBens.id());
      assertEquals("ana", atBens.name());
      assertEquals(1, atBens.unreadCount());
      try (OpenConversation bens = ben.chat().open(id)) {
        ben.chat().markRead(id);
        ben.chat().send(id, "Hello Ana").join();
        ChatClient.awaitTexts(anas, List.of("Hello Ben", "Hello Ana"));
        ChatClient.awaitTexts(bens, List.of("Hello Ben", "Hello Ana"));
        assertEquals(0, ben.awaitConversation(id).unreadCount());
        TestClient.await(
            anas.state(),
            state ->
                state.conversation().participants().stream()
                    .anyMatch(p -> p.user().id().equals(bensId) && p.readSeq() >= 1));
      }
    }
  }

  private void limit(String limit) {
    relay.close();
    relay =
        Relay.start(
            RelayConfig.local(folder.resolve("relay"))
                .withPort(URI.create(relay.address()).getPort())
                .with(config ->
                    config.limits(
                        dev.windowshop.relay.limit.LimitConfig.parse(List.of("all=off", limit)))));
    online(ana);
    online(ben);
  }

  @Test
  void whatTheRelayWantsLaterSaysSo() {
    limit("messages-sender=2/1h");
    String id = ana.chat().openDirect(bensId).join();
    try (OpenConversation anas = ana.chat().open(id)) {
      for (int i = 1; i <= 3; i++) {
        ana.chat().send(id, "message " + i).join();
      }
      Pending waiting =
          TestClient.await(
                  anas.state(),
                  state -> state.pending().stream().anyMatch(one -> one.waits() != null))
              .pending()
              .getFirst();
      assertEquals("message 3", waiting.send().content());
      assertEquals(
          "Many messages at once: this one goes by itself in 30 minutes.", waiting.waits());
    }
  }

  @Test
  void whatIsTooMuchAtOnceIsSentWhenTheRelayTakesIt() {
    limit("messages-sender=2/1s");
    String id = ana.chat().openDirect(bensId).join();
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      texts.add("message " + i);
      ana.chat().send(id, "message " + i).join();
    }
    ben.awaitConversation(id);
    try (OpenConversation bens = ben.chat().open(id)) {
      ChatClient.awaitTexts(bens, texts);
    }
  }

  @Test
  void presenceAndTypingAreSeen() {
    String id = ana.chat().openDirect(bensId).join();
    TestClient.await(ana.chat().presence(), seen -> seen.get(bensId) == PresenceStatus.ONLINE);
    ben.awaitConversation(id);
    ben.chat().typed(id);
    TestClient.await(ana.chat().typing(), typing -> List.of("ben").equals(typing.get(id)));
    ben.close();
    TestClient.await(ana.chat().presence(), seen -> seen.get(bensId) == PresenceStatus.OFFLINE);
    ben = new ChatClient(folder.resolve("ben"), relay.address());
    TestClient.await(ana.chat().presence(), seen -> seen.get(bensId) == PresenceStatus.ONLINE);
  }

  @Test
  void whatIsWrittenWhileTheRelayIsAwayArrivesOnceAndInOrderWhenItIsBack() {
    String id = ana.chat().openDirect(bensId).join();
    ana.chat().send(id, "before").join();
    try (OpenConversation bens = ben.chat().open(id)) {
      ChatClient.awaitTexts(bens, List.of("before"));
    }
    int port = URI.create(relay.address()).getPort();
    relay.close();
    TestClient.await(ana.chat().connection(), state -> state instanceof ConnectionState.Offline);

    List<String> texts = new ArrayList<>(List.of("before"));
    for (int i = 1; i <= 5; i++) {
      ana.chat().send(id, "offline " + i).join();
      texts.add("offline " + i);
    }
    try (OpenConversation anas = ana.chat().open(id)) {
      OpenConversation.State waiting =
          TestClient.await(anas.state(), state -> state.pending().size() == 5);
      assertEquals("before", waiting.messages().getLast().content(), "the cache shows the rest");
    }
    // As after kill -9: nothing but the files is left.
    ana.close();
    ana = new ChatClient(folder.resolve("ana"), "http://127.0.0.1:" + port);

    relay = Relay.start(RelayConfig.local(folder.resolve("relay")).withPort(port));
    ana.core().socket().retryNow();
    ben.core().socket().retryNow();
    try (OpenConversation anas = ana.chat().open(id);
        OpenConversation bens = ben.chat().open(id)) {
      ChatClient.awaitTexts(bens, texts);
      List<Message> kept = ChatClient.awaitTexts(anas, texts);
      assertEquals(6, kept.stream().map(Message::seq).distinct().count());
    }
  }

  @Test
  void bothFollowARelayThatWasRestoredAndKeepWhatTheyHadNotSent() {
    Path data = folder.resolve("relay");
    Path backup = folder.resolve("backup.zip");
    DatabaseAddress database = DatabaseAddress.inFolder(data);
    String id = ana.chat().openDirect(bensId).join();
    ana.chat().send(id, "saved").join();
    try (OpenConversation bens = ben.chat().open(id)) {
      ChatClient.awaitTexts(bens, List.of("saved"));
      new Backup(data, database, "test").make(backup, Instant.now());
      ana.chat().send(id, "after the backup").join();
      ChatClient.awaitTexts(bens, List.of("saved", "after the backup"));
    }
    int port = URI.create(relay.address()).getPort();
    relay.close();
    TestClient.await(ana.chat().connection(), state -> state instanceof ConnectionState.Offline);
    TestClient.await(ben.chat().connection(), state -> state instanceof ConnectionState.Offline);
    ana.chat().send(id, "from Ana's outbox").join();
    ben.chat().send(id, "from Ben's outbox").join();

    new Restore(data, database).from(backup, true, Instant.now());
    relay = Relay.start(RelayConfig.local(data).withPort(port));
    ana.core().socket().retryNow();
    ben.core().socket().retryNow();
    try (OpenConversation anas = ana.chat().open(id);
        OpenConversation bens = ben.chat().open(id)) {
      List<String> atAnas = settled(anas);
      assertEquals("saved", atAnas.getFirst());
      assertEquals(
          Set.of("from Ana's outbox", "from Ben's outbox"), Set.copyOf(atAnas.subList(1, 3)));
      assertEquals(atAnas, settled(bens));
    }
  }

  /// What a conversation says once it has three messages and nothing waits to be sent.
  private static List<String> settled(OpenConversation open) {
    return TestClient.await(
            open.state(),
            state ->
                state.pending().isEmpty()
                    && state.messages().size() == 3
                    && state.messages().stream()
                        .noneMatch(m -> "after the backup".equals(m.content())))
        .messages()
        .stream()
        .map(Message::content)
        .toList();
  }

  @Test
  void aClientThatWasAwayCatchesUp() {
    String id = ana.chat().openDirect(bensId).join();
    ben.awaitConversation(id);
    ben.close();
    List<String> texts = new ArrayList<>();
    try (OpenConversation anas = ana.chat().open(id)) {
      for (int i = 1; i <= 130; i++) {
        ana.chat().send(id, "m" + i).join();
        texts.add("m" + i);
      }
      TestClient.await(
          anas.state(),
          state ->
              state.pending().isEmpty()
                  && !state.messages().isEmpty()
                  && "m130".equals(state.messages().getLast().content()));
    }
    ben = new ChatClient(folder.resolve("ben"), relay.address());
    Conversation caughtUp =
        TestClient.await(
                ben.chat().conversations(),
                all -> !all.isEmpty() && Integer.valueOf(130).equals(all.getFirst().unreadCount()))
            .getFirst();
    assertEquals(130, caughtUp.seq());
    try (OpenConversation bens = ben.chat().open(id)) {
      int shown = 49;
      while (shown < 130) {
        int before = shown;
        shown =
            TestClient.await(bens.state(), state -> state.messages().size() > before)
                .messages()
                .size();
        bens.loadOlder();
      }
      ChatClient.awaitTexts(bens, texts);
    }
  }

  @Test
  void whatWasWrittenInANewConversationWhileOneWasAwayArrivesOnce() {
    ben.close();
    String id = ana.chat().openDirect(bensId).join();
    try (OpenConversation anas = ana.chat().open(id)) {
      ana.chat().send(id, "one").join();
      ana.chat().send(id, "two").join();
      ChatClient.awaitTexts(anas, List.of("one", "two"));
      ben = new ChatClient(folder.resolve("ben"), relay.address());
      TestClient.await(
          anas.state(),
          state ->
              state.conversation() != null
                  && state.conversation().participants().stream()
                      .anyMatch(p -> p.user().id().equals(bensId) && p.deliveredSeq() == 2));
      assertEquals(List.of("one", "two"), ben.heard());
      assertEquals(List.of(), ben.early(), "shown first, told then");
    }
  }

  @Test
  void aRefusedMessageSaysWhyAndCanBeGivenUp() {
    String id = ana.chat().openDirect(bensId).join();
    try (OpenConversation anas = ana.chat().open(id)) {
      ana.chat().send(id, "x".repeat(20_000)).join();
      ana.chat().send(id, "short").join();
      Pending refused =
          TestClient.await(
                  anas.state(),
                  state -> state.pending().size() == 1 && state.pending().getFirst().failed())
              .pending()
              .getFirst();
      assertTrue(String.valueOf(refused.problem()).contains("longer"));
      ana.chat().discard(refused.clientId());
      ChatClient.awaitTexts(anas, List.of("short"));
    }
  }

  @Test
  void anotherUserOfTheSameMachineSeesNothingOfTheFirst() {
    String id = ana.chat().openDirect(bensId).join();
    ana.chat().send(id, "private").join();
    ben.awaitConversation(id);
    ana.core().account().signOut().join();
    TestClient.await(ana.chat().conversations(), List::isEmpty);
    ana.signUp("cleo");
    online(ana);
    CompletableFuture<String> told = new CompletableFuture<>();
    try (var unused =
        ana.chat()
            .conversations()
            .observe(_ -> {
              String now = ana.chat().ownId();
              if (now != null) {
                told.complete(now);
              }
            })) {
      assertEquals(
          ana.core().account().account().value() instanceof Account.SignedIn now
              ? now.me().id()
              : "",
          told.orTimeout(10, TimeUnit.SECONDS).join());
    }
    assertEquals(List.of(), ana.chat().conversations().value());
  }

  private static void online(ChatClient client) {
    TestClient.await(client.chat().connection(), state -> state instanceof ConnectionState.Online);
  }

  @Test
  void askingTheSellerOpensAListingWithTheProduct() {
    try (Relay shop = Relay.start(RelayConfig.local(folder.resolve("shop")).withDemo(true));
        ChatClient cleo = new ChatClient(folder.resolve("cleo"), shop.address())) {
      cleo.signUp("cleo");
      online(cleo);
      ProductPage page = cleo.core().relay().get("/products?limit=1", ProductPage.class);
      var product = page.items().getFirst();
      String id = cleo.chat().askSeller(product.id()).join();
      Conversation listing = cleo.awaitConversation(id);
      assertEquals(ConversationKind.LISTING, listing.kind());
      assertEquals(product.shop().name(), listing.name());
      assertEquals(
          product.id(), String.valueOf(listing.product() == null ? "" : listing.product().id()));
      assertEquals(id, cleo.chat().askSeller(product.id()).join());
    }
  }
}
