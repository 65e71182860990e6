package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.app.ClientCore;
import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.call.CallState.Reason;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Two clients in a real call: a real relay, real media processes, pictures told by what is in
/// them.
final class CallIT {
  @TempDir Path folder;

  private Relay relay;
  private Caller anna;
  private Caller ben;
  private String conversationId;

  @BeforeEach
  void meet() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    anna = new Caller(folder, relay.address(), "anna", 7);
    ben = new Caller(folder, relay.address(), "ben", 9);
    conversationId =
        anna.client()
            .core()
            .relay()
            .post("/conversations", Conversation.Create.direct(ben.userId()), Conversation.class)
            .id();
  }

  @AfterEach
  void part() {
    anna.close();
    ben.close();
    relay.close();
  }

  @Test
  void theySeeEachOtherUntilOneHangsUp() throws Exception {
    connect();
    anna.awaitPicturesOf(ben, 10);
    ben.awaitPicturesOf(anna, 10);

    anna.service().hangUp();
    anna.await(CallState.Idle.class);
    CallState.Ended ended = ben.await(CallState.Ended.class);
    assertEquals(Reason.OVER, ended.reason());
    Message last = lastMessage();
    assertEquals(Message.Type.CALL, last.type());
    assertEquals("outgoing", history(anna).path("direction").asText());
    assertEquals("incoming", history(ben).path("direction").asText());
    assertEquals("ended", history(ben).path("reason").asText());
    pastCallsAreThereWithoutTheRelay();
  }

  private void pastCallsAreThereWithoutTheRelay() {
    ClientCore core = ben.client().core();
    try (CallHistory history = new CallHistory(core.database(), core.relay(), core.account())) {
      history.refresh();
      TestClient.await(history.known(), known -> known.entries().size() == 1);
    }
    relay.close();
    try (CallHistory history = new CallHistory(core.database(), core.relay(), core.account())) {
      Call.Entry entry =
          TestClient.await(history.known(), known -> !known.entries().isEmpty())
              .entries()
              .getFirst();
      assertEquals(Call.Direction.INCOMING, entry.direction());
      assertEquals(Call.Media.VIDEO, entry.media());
      assertNotNull(entry.startedAt());
      assertNotNull(entry.endedAt());
      assertEquals(2, entry.participants().size());
      history.refresh();
      CallHistory.Known offline =
          TestClient.await(history.known(), known -> !known.trouble().isEmpty());
      assertEquals(1, offline.entries().size());
    }
  }

  @Test
  void decliningSaysSoAndCancellingStopsTheRinging() {
    anna.service().call(conversationId, Call.Media.AUDIO);
    ben.await(CallState.Incoming.class);
    ben.service().decline();
    assertEquals(Reason.DECLINED, anna.await(CallState.Ended.class).reason());
    ben.await(CallState.Idle.class);
    anna.service().dismiss();
    anna.await(CallState.Idle.class);

    anna.service().call(conversationId, Call.Media.VIDEO);
    ben.await(CallState.Incoming.class);
    anna.service().hangUp();
    ben.await(CallState.Idle.class);
    assertEquals("cancelled", history(ben).path("reason").asText());
  }

  @Test
  void callingEachOtherAtOnceConnects() throws Exception {
    anna.service().call(conversationId, Call.Media.VIDEO);
    ben.service().call(conversationId, Call.Media.VIDEO);
    // Whoever was rung before their own call went out has only to be patient, or answers.
    anna.await(CallState.Active.class);
    ben.await(CallState.Active.class);
    anna.awaitPicturesOf(ben, 3);
    ben.awaitPicturesOf(anna, 3);
  }

  @Test
  void oneCallWaitsWhileAnotherIsTaken() throws Exception {
    connect();
    ben.awaitPicturesOf(anna, 3);
    try (Caller cleo = new Caller(folder, relay.address(), "cleo", 11)) {
      String theirs =
          cleo.client()
              .core()
              .relay()
              .post("/conversations", Conversation.Create.direct(anna.userId()), Conversation.class)
              .id();
      cleo.service().call(theirs, Call.Media.VIDEO);
      Desk knocked = anna.awaitDesk(desk -> !desk.waiting().isEmpty());
      anna.service().acceptWaiting(knocked.waiting().getFirst().id(), true, true);
      cleo.awaitPicturesOf(anna, 3);
      anna.awaitPicturesOf(cleo, 3);
      ben.await(
          CallState.Active.class,
          active ->
              active.room().participants().stream()
                  .anyMatch(p -> p.userId().equals(anna.userId()) && p.held()));
      ben.await(CallState.Active.class, active -> !active.room().peers().getFirst().cameraOn());

      cleo.service().hangUp();
      anna.await(
          CallState.Active.class, active -> active.room().conversationId().equals(conversationId));
      anna.lookAway();
      ben.lookAway();
      anna.awaitPicturesOf(ben, 3);
      ben.awaitPicturesOf(anna, 3);
      anna.service().hangUp();
      ben.await(CallState.Ended.class);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aKilledMediaProcessComesBack(TestReporter reporter) throws Exception {
    connect();
    anna.awaitPicturesOf(ben, 5);
    ben.awaitPicturesOf(anna, 5);
    long killed = anna.mediaPid();
    anna.lookAway();
    ben.lookAway();
    long start = System.nanoTime();
    ProcessHandle.of(killed).orElseThrow().destroyForcibly();

    anna.awaitPicturesOf(ben, 1);
    long annas = System.nanoTime() - start;
    ben.awaitPicturesOf(anna, 1);
    reporter.publishEntry("killed side sees again, ms", millis(annas));
    reporter.publishEntry("both see again, ms", millis(System.nanoTime() - start));
    assertNotEquals(killed, anna.mediaPid());
    anna.awaitPicturesOf(ben, 5);
    ben.awaitPicturesOf(anna, 5);
    ben.service().hangUp();
    anna.await(CallState.Ended.class);
  }

  @Test
  void aCallOutlivesARestartOfTheRelay() throws Exception {
    connect();
    anna.awaitPicturesOf(ben, 5);
    int port = URI.create(relay.address()).getPort();
    relay.close();
    anna.await(CallState.Active.class, active -> active.room().link() == Room.Link.LOST);
    anna.awaitPicturesOf(ben, 5);

    relay = Relay.start(RelayConfig.local(folder.resolve("relay")).withPort(port));
    for (Caller caller : new Caller[] {anna, ben}) {
      caller.await(
          CallState.Active.class,
          active -> active.room().session() == 2 && active.room().link() == Room.Link.JOINED);
      caller.lookAway();
    }
    anna.awaitPicturesOf(ben, 5);
    ben.awaitPicturesOf(anna, 5);
  }

  private void connect() {
    anna.service().call(conversationId, Call.Media.VIDEO);
    CallState.Incoming incoming = ben.await(CallState.Incoming.class);
    assertEquals(anna.userId(), incoming.call().initiatorId());
    ben.service().accept(true);
    ben.await(CallState.Active.class);
    anna.await(CallState.Active.class);
  }

  private Message lastMessage() {
    return anna.client()
        .core()
        .relay()
        .get("/conversations/" + conversationId + "/messages", Message.History.class)
        .items()
        .getFirst();
  }

  private static JsonNode history(Caller caller) {
    JsonNode page = caller.client().core().relay().get("/calls", JsonNode.class);
    assertNull(page.path("nextCursor").textValue());
    return page.path("items").path(0);
  }

  private static String millis(long nanos) {
    return Long.toString(Duration.ofNanos(nanos).toMillis());
  }
}
