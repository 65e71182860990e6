package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.cache.Rows;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Personal;
import dev.windowshop.protocol.Poll;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageActionIT {
  private static final String HEART = "\u2764\uFE0F";

  @TempDir Path folder;

  private Relay relay;
  private ChatClient ana;
  private ChatClient ben;
  private String bensId;
  private String id;

  @BeforeEach
  void start() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    ana = new ChatClient(folder.resolve("ana"), relay.address());
    ben = new ChatClient(folder.resolve("ben"), relay.address());
    ana.signUp("ana");
    bensId = ben.signUp("ben");
    online(ana);
    online(ben);
    id = ana.chat().openDirect(bensId).join();
    ben.awaitConversation(id);
  }

  @AfterEach
  void stop() {
    ana.close();
    ben.close();
    relay.close();
  }

  private Message sent(String text) {
    ana.chat().send(id, text).join();
    return at(ana, message -> text.equals(message.content()));
  }

  private Message at(ChatClient client, Predicate<Message> wanted) {
    try (OpenConversation open = client.chat().open(id)) {
      return TestClient.await(open.state(), state -> state.messages().stream().anyMatch(wanted))
          .messages()
          .stream()
          .filter(wanted)
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void anEditIsSeenByBothAndKeepsWhatWasSaidBefore() {
    Message message = sent("Hello Bne");
    ana.chat().actions().edit(id, message.id(), "Hello Ben");
    Message edited = at(ben, m -> "Hello Ben".equals(m.content()));
    assertEquals(message.id(), edited.id());
    assertNotNull(edited.editedAt());
    assertEquals(
        List.of("Hello Bne"),
        ben.chat().actions().edits(message.id()).join().stream()
            .map(Message.Edited::content)
            .toList());
  }

  @Test
  void reactionsAndDeletionsReachTheOther() throws Exception {
    Message message = sent("lunch?");
    BlockingQueue<Rewritten> rewritten = new LinkedBlockingQueue<>();
    ben.chat().onRewritten(rewritten::add);
    ben.chat().actions().react(id, message.id(), HEART, true);
    Message reacted = at(ana, m -> !m.reactions().isEmpty());
    assertEquals(List.of(bensId), reacted.reactions().getFirst().userIds());
    ben.chat().actions().react(id, message.id(), HEART, false);
    at(ana, m -> m.id().equals(message.id()) && m.reactions().isEmpty());
    ana.chat().actions().delete(id, message.id());
    Message deleted = at(ben, m -> m.deletedAt() != null);
    assertEquals(message.id(), deleted.id());
    Rewritten news = null;
    while (news == null || news.now() != null) {
      news = rewritten.poll(30, TimeUnit.SECONDS);
      assertNotNull(news, "nothing came");
      assertEquals(message.id(), news.messageId());
    }
  }

  @Test
  void aPollIsVotedOnWithoutTheRelayToo() {
    Poll asked = new Poll("Which lamp?", List.of("Tide", "Alma"), false, null, null, List.of());
    ana.chat().ask(id, asked).join();
    Message poll = at(ben, m -> m.type() == Message.Type.POLL);
    ben.chat().actions().vote(id, poll.id(), List.of(1));
    at(ana, m -> List.of(List.of(), List.of(bensId)).equals(votes(m)));
    int port = URI.create(relay.address()).getPort();
    relay.close();
    ben.chat().actions().vote(id, poll.id(), List.of(0));
    at(ben, m -> List.of(List.of(bensId), List.of()).equals(votes(m)));
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")).withPort(port));
    at(ana, m -> List.of(List.of(bensId), List.of()).equals(votes(m)));
    ana.chat().actions().close(id, poll.id());
    at(ben, m -> PollCard.of(m) instanceof Poll closed && closed.closedAt() != null);
    CompletableFuture<String> refused = new CompletableFuture<>();
    try (var unused = ben.chat().actions().onRefused(refused::complete)) {
      ben.chat().actions().vote(id, poll.id(), List.of(1));
      refused.orTimeout(30, TimeUnit.SECONDS).join();
      at(ben, m -> List.of(List.of(bensId), List.of()).equals(votes(m)));
    }
  }

  private static List<List<String>> votes(Message message) {
    Poll poll = PollCard.of(message);
    return poll == null ? List.of() : poll.votes().stream().map(Poll.Tally::userIds).toList();
  }

  @Test
  void whatIsDeletedForOneselfStaysWithTheOther() {
    Message message = sent("keep this");
    sent("and this");
    at(ben, m -> "and this".equals(m.content()));
    ben.chat().actions().hide(id, message.id());
    try (OpenConversation bens = ben.chat().open(id);
        OpenConversation anas = ana.chat().open(id)) {
      ChatClient.awaitTexts(bens, List.of("and this"));
      ChatClient.awaitTexts(anas, List.of("keep this", "and this"));
    }
  }

  @Test
  void whatOnePinsIsAboveTheMessagesOfBothHoweverFarBackItIs() {
    Message message = sent("the gate code is 4711");
    ana.chat().actions().pin(id, message.id(), true);
    awaitPinned(ben, List.of("the gate code is 4711"));
    awaitPinned(ana, List.of("the gate code is 4711"));
    try (ChatClient second = new ChatClient(folder.resolve("second"), relay.address())) {
      second.core().account().signIn("ben", "correct horse battery").join();
      second.awaitConversation(id);
      awaitPinned(second, List.of("the gate code is 4711"));
      // As if it were further back than what is kept here.
      second
          .core()
          .database()
          .execute(connection ->
              Rows.update(connection, "DELETE FROM message WHERE id = ?", message.id()))
          .join();
      awaitPinned(second, List.of("the gate code is 4711"));
    }
    ana.chat().actions().edit(id, message.id(), "the gate code is 4712");
    awaitPinned(ben, List.of("the gate code is 4712"));
    ben.chat().actions().pin(id, message.id(), false);
    awaitPinned(ana, List.of());
    ana.chat().actions().pin(id, message.id(), true);
    awaitPinned(ben, List.of("the gate code is 4712"));
    ana.chat().actions().delete(id, message.id());
    awaitPinned(ben, List.of());
    TestClient.await(
        ben.chat().conversations(), all -> all.stream().allMatch(c -> c.pins().isEmpty()));
  }

  private void awaitPinned(ChatClient client, List<String> texts) {
    try (OpenConversation open = client.chat().open(id)) {
      TestClient.await(
          open.state(),
          state -> state.pinned().stream().map(Message::content).toList().equals(texts));
    }
  }

  @Test
  void whatIsDoneOfflineShowsAtOnceAndIsToldLater() {
    Message message = sent("before");
    int port = URI.create(relay.address()).getPort();
    relay.close();
    TestClient.await(ana.chat().connection(), state -> state instanceof ConnectionState.Offline);
    ana.chat().actions().edit(id, message.id(), "after");
    ana.chat().actions().react(id, message.id(), HEART, true);
    ana.chat().actions().pin(id, message.id(), true);
    awaitPinned(ana, List.of("after"));
    at(ana, m -> "after".equals(m.content()) && !m.reactions().isEmpty());
    // As after kill -9: nothing but the files is left.
    ana.close();
    ana = new ChatClient(folder.resolve("ana"), "http://127.0.0.1:" + port);
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")).withPort(port));
    ana.core().socket().retryNow();
    ben.core().socket().retryNow();
    at(ben, m -> "after".equals(m.content()) && m.reactions().size() == 1);
    at(ana, m -> "after".equals(m.content()) && m.reactions().size() == 1);
    awaitPinned(ben, List.of("after"));
  }

  @Test
  void whoChoseItLeavesNothingBehindAndFindsItAgain() {
    sent("between us");
    at(ben, m -> "between us".equals(m.content()));
    // As any other feature keeps what is somebody's.
    ben.core()
        .database()
        .execute(connection -> {
          Rows.update(connection, "CREATE TABLE bought (user_id TEXT NOT NULL)");
          Rows.update(connection, "INSERT INTO bought (user_id) VALUES (?)", bensId);
        })
        .join();
    ben.forgets = true;
    ben.core().account().signOut().join();
    TestClient.await(ben.chat().conversations(), List::isEmpty);
    // Answered on the thread that forgets, after that.
    assertEquals(List.of(), ben.chat().actions().readers(id, 1).join());
    for (String table :
        List.of("message", "conversation", "message_text", "outbox", "personal", "bought")) {
      assertEquals(
          List.of(),
          ben.core()
              .database()
              .read(connection -> Rows.query(connection, "SELECT 1 FROM " + table, _ -> 1)),
          table);
    }
    ben.core().account().signIn("ben", "correct horse battery").join();
    ben.awaitConversation(id);
    at(ben, m -> "between us".equals(m.content()));
  }

  @Test
  void whatTheRelayRefusesIsTakenBackAndSaid() {
    Message message = sent("mine");
    CompletableFuture<String> said = new CompletableFuture<>();
    ben.chat().actions().onRefused(said::complete);
    at(ben, m -> "mine".equals(m.content()));
    ben.chat().actions().edit(id, message.id(), "no longer");
    assertTrue(!said.orTimeout(30, TimeUnit.SECONDS).join().isBlank());
    at(ben, m -> "mine".equals(m.content()));
  }

  @Test
  void answersNamesAndForwardsArrive() {
    Message asked = sent("which one?");
    at(ben, m -> "which one?".equals(m.content()));
    ben.chat()
        .send(
            id,
            new Draft("the left one, @ana", asked.id(), List.of(asked.sender().id()), List.of()))
        .join();
    Message answer = at(ana, m -> asked.id().equals(m.replyToId()));
    assertEquals(
        asked.sender().id(),
        Objects.requireNonNull(answer.metadata()).path("mentions").path(0).asText());
    String cleosId;
    try (ChatClient cleo = new ChatClient(folder.resolve("cleo"), relay.address())) {
      cleosId = cleo.signUp("cleo");
      String other = ana.chat().openDirect(cleosId).join();
      ana.chat().actions().forward(answer, List.of(other)).join();
      cleo.awaitConversation(other);
      try (OpenConversation cleos = cleo.chat().open(other)) {
        Message forwarded = ChatClient.awaitTexts(cleos, List.of("the left one, @ana")).getFirst();
        assertTrue(Objects.requireNonNull(forwarded.metadata()).path("forwarded").asBoolean());
      }
    }
  }

  @Test
  void whoHasReadItIsKnown() {
    Message message = sent("read me");
    at(ben, m -> "read me".equals(m.content()));
    ben.chat().markRead(id);
    try (OpenConversation anas = ana.chat().open(id)) {
      TestClient.await(
          anas.state(),
          state ->
              state.conversation().participants().stream()
                  .anyMatch(p -> p.user().id().equals(bensId) && p.readSeq() >= message.seq()));
    }
    Reader reader = ana.chat().actions().readers(id, message.seq()).join().getFirst();
    assertEquals(bensId, reader.user().id());
    assertTrue(reader.read());
    assertNotNull(reader.readAt());
  }

  @Test
  void draftsAndChoicesFollowToAnotherDevice() {
    sent("something");
    ana.chat().personals().draft(id, new Personal.Draft("I was about to", null));
    ana.chat().personals().pin(id, true);
    ana.chat().personals().mute(id, true, null);
    try (ChatClient second = new ChatClient(folder.resolve("second"), relay.address())) {
      second.core().account().signIn("ana", "correct horse battery").join();
      Map<String, Own> own =
          TestClient.await(
              second.chat().personals().own(),
              all -> all.containsKey(id) && all.get(id).draft() != null);
      assertEquals(
          "I was about to",
          Objects.requireNonNull(own.getOrDefault(id, Own.NOTHING).draft()).content());
      TestClient.await(
          second.chat().conversations(),
          all ->
              all.stream()
                  .anyMatch(c ->
                      c.id().equals(id)
                          && Boolean.TRUE.equals(c.pinned())
                          && Boolean.TRUE.equals(c.muted())));
      second.chat().personals().markUnread(id, true);
      TestClient.await(
          ana.chat().personals().own(), all -> all.containsKey(id) && all.get(id).unread());
      second.chat().personals().draft(id, null);
      TestClient.await(
          ana.chat().personals().own(), all -> all.getOrDefault(id, Own.NOTHING).draft() == null);
    }
  }

  @Test
  void messagesAreFoundInAnyScriptWithoutTheRelay() {
    List<String> texts =
        List.of(
            "The ceramic lamp from Lisbon",
            "\u0424\u043E\u043D\u0430\u0440\u044C \u043D\u0430 \u0441\u0442\u043E\u043B",
            "\u6771\u4EAC\u306E\u30E9\u30F3\u30D7",
            "nothing of it");
    texts.forEach(this::sent);
    at(ben, m -> "nothing of it".equals(m.content()));
    relay.close();
    assertEquals(List.of(texts.get(0)), found("LAMP"));
    assertEquals(List.of(texts.get(0)), found("lisbon ceramic"));
    assertEquals(List.of(texts.get(1)), found("\u0444\u043E\u043D\u0430\u0440\u044C"));
    assertEquals(List.of(texts.get(2)), found("\u6771\u4EAC"));
    assertEquals(List.of(texts.get(0)), found("lamp from:ana in:ana"));
    assertEquals(List.of(), found("lamp from:ben"));
    assertEquals(List.of(), found("lamp before:2020-01-01"));
    assertEquals(List.of(), found("lamp has:picture"));
    assertEquals(List.of(), found("\"; DROP"));
  }

  private List<String> found(String text) {
    return ben.chat().search().find(MessageQuery.of(text, ZoneOffset.UTC), 10).join().stream()
        .map(MessageHit::words)
        .toList();
  }

  private static void online(ChatClient client) {
    TestClient.await(client.chat().connection(), state -> state instanceof ConnectionState.Online);
  }
}
