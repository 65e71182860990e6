package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ScheduledMessage;
import dev.windowshop.protocol.ScheduledMessage.Schedule;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.chat.RestClient.Answer;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.LimitConfig;
import dev.windowshop.relay.testing.SetClock;
import dev.windowshop.relay.testing.TestDatabases;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages for later, over a whole relay whose time the tests move.
class ScheduledIT {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir static Path data;

  private static final SetClock CLOCK = new SetClock();
  private static RelayFixture relay;
  private static Person ana;
  private static Person ben;
  private static Person cat;
  private Conversation group;

  @BeforeAll
  static void start() {
    relay =
        new RelayFixture(
            TestDatabases.config(data)
                .with(config ->
                    config
                        .clock(CLOCK)
                        .accessLife(Duration.ofDays(900))
                        .limits(LimitConfig.parse(List.of("all=off")))));
    ana = relay.person("ana");
    ben = relay.person("ben");
    cat = relay.person("cat");
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  @BeforeEach
  void gather() {
    group = ana.group("Lamps", List.of(ben));
  }

  private static Instant in(Duration later) {
    return CLOCK.instant().plus(later).truncatedTo(ChronoUnit.MILLIS);
  }

  private static Schedule text(String text, Instant at) {
    return Schedule.of(RelayFixture.text(text), at);
  }

  private static Answer ask(Person author, Conversation where, Schedule what) {
    return author.rest().post("/conversations/" + where.id() + "/scheduled", what);
  }

  private static ScheduledMessage kept(Person author, Conversation where, Schedule what) {
    Answer answer = ask(author, where, what);
    assertEquals(201, answer.status(), () -> answer.body().toString());
    return answer.as(ScheduledMessage.class);
  }

  private static ScheduledMessage now(Person author, ScheduledMessage of) {
    return author.rest().get("/scheduled/" + of.id()).as(ScheduledMessage.class);
  }

  private static List<Message> said(Person reader, Conversation where) {
    return reader
        .rest()
        .get("/conversations/" + where.id() + "/messages?limit=100")
        .as(Message.History.class)
        .items();
  }

  private static int waiting(Person author, Conversation where) {
    Answer list = author.rest().get("/scheduled?limit=100&conversationId=" + where.id());
    return list.body().path("items").size();
  }

  private static ScheduledMessage told(Device device, ScheduledMessage of, String state) {
    return Json.decode(
        device
            .await(
                ServerEvent.PersonalChanged.class,
                event ->
                    event.item().kind().equals("scheduled")
                        && event.item().value().path("id").asText().equals(of.id())
                        && event.item().value().path("state").asText().equals(state))
            .item()
            .value(),
        ScheduledMessage.class);
  }

  @Test
  void itIsSentOnceAtItsTimeAndItsAuthorsDevicesHearOfIt() {
    try (Device desk = ana.device();
        Device other = ben.device()) {
      ScheduledMessage kept = kept(ana, group, text("good morning", in(HOUR)));
      assertEquals("good morning", told(desk, kept, "waiting").content());
      assertEquals(1, waiting(ana, group));
      assertEquals(0, waiting(ben, group), "it is nobody else's");
      assertEquals(404, ben.rest().get("/scheduled/" + kept.id()).status());
      assertEquals(200, ask(ana, group, Schedule.of(sendOf(kept), kept.sendAt())).status());
      assertEquals(
          409, ask(ana, group, Schedule.of(sendOf(kept, "other"), kept.sendAt())).status());
      assertTrue(said(ben, group).stream().noneMatch(m -> kept.clientId().equals(m.clientId())));
      CLOCK.advance(HOUR);
      Message message =
          other
              .await(
                  ServerEvent.NewMessage.class,
                  event -> event.message().clientId().equals(kept.clientId()))
              .message();
      ScheduledMessage sent = told(desk, kept, "sent");
      assertEquals(message.id(), sent.messageId());
      assertNull(sent.content());
      assertEquals(0, waiting(ana, group));
      assertEquals(200, ana.rest().post("/scheduled/" + kept.id() + "/send", Map.of()).status());
      assertEquals(
          409,
          ana.rest()
              .patch("/scheduled/" + kept.id(), new ScheduledMessage.Change("late", null))
              .status());
      assertEquals(409, ana.rest().delete("/scheduled/" + kept.id()).status());
      assertEquals(
          1, said(ben, group).stream().filter(m -> kept.clientId().equals(m.clientId())).count());
      // The same message sent in the ordinary way is the one that is there.
      Answer again = ana.rest().post("/conversations/" + group.id() + "/messages", sendOf(kept));
      assertEquals(200, again.status());
      assertEquals(message.id(), again.as(Message.class).id());
    }
  }

  private static Message.Send sendOf(ScheduledMessage kept) {
    return sendOf(kept, kept.content() == null ? "" : kept.content());
  }

  private static Message.Send sendOf(ScheduledMessage kept, String text) {
    return new Message.Send(null, kept.clientId(), kept.type(), text, null, null, null);
  }

  @Test
  void itIsChangedMovedSentEarlyAndCancelled() {
    ScheduledMessage first = kept(ana, group, text("frist", in(HOUR)));
    ScheduledMessage moved =
        ana.rest()
            .patch(
                "/scheduled/" + first.id(),
                new ScheduledMessage.Change("first", in(HOUR.multipliedBy(3))))
            .as(ScheduledMessage.class);
    assertEquals("first", moved.content());
    assertEquals(in(HOUR.multipliedBy(3)), moved.sendAt());
    ScheduledMessage second = kept(ana, group, text("second", in(HOUR.multipliedBy(2))));
    Answer list = ana.rest().get("/scheduled?conversationId=" + group.id());
    assertEquals(second.id(), list.body().path("items").get(0).path("id").asText());
    assertEquals(204, ana.rest().delete("/scheduled/" + second.id()).status());
    assertEquals(204, ana.rest().delete("/scheduled/" + second.id()).status());
    assertEquals(409, ana.rest().post("/scheduled/" + second.id() + "/send", Map.of()).status());
    ScheduledMessage sent =
        ana.rest().post("/scheduled/" + first.id() + "/send", Map.of()).as(ScheduledMessage.class);
    assertEquals(ScheduledMessage.State.SENT, sent.state());
    assertEquals("first", said(ben, group).getFirst().content());
    ScheduledMessage late = kept(ana, group, text("late", in(HOUR.negated())));
    assertEquals(ScheduledMessage.State.SENT, late.state(), "its time has passed: at once");
    assertEquals("late", said(ben, group).getFirst().content());
  }

  @Test
  void whatIsNotAllowedAnyMoreIsKeptWithTheReasonAndCanBeSentAgain() {
    try (Device desk = ben.device()) {
      Conversation direct = ben.direct(cat);
      cat.say(direct, "hello");
      ScheduledMessage toBlocker = kept(ben, direct, text("hi", in(HOUR)));
      cat.rest().put("/me/blocks/" + ben.id(), Map.of());
      ScheduledMessage toGroup = kept(ben, group, text("still there?", in(HOUR)));
      ana.rest().delete("/conversations/" + group.id() + "/members/" + ben.id());
      CLOCK.advance(HOUR);
      ScheduledMessage failed = told(desk, toGroup, "failed");
      assertEquals("You are not in this conversation any more.", failed.reason());
      assertEquals("still there?", failed.content(), "what it says is kept");
      assertNotNull(told(desk, toBlocker, "failed").reason());
      assertEquals(404, ben.rest().post("/scheduled/" + failed.id() + "/send", Map.of()).status());
      ana.rest().post("/conversations/" + group.id() + "/members", Map.of("userId", ben.id()));
      ScheduledMessage again =
          ben.rest()
              .patch("/scheduled/" + failed.id(), new ScheduledMessage.Change(null, in(HOUR)))
              .as(ScheduledMessage.class);
      assertEquals(ScheduledMessage.State.WAITING, again.state());
      assertNull(again.reason());
      assertEquals(
          ScheduledMessage.State.SENT,
          ben.rest()
              .post("/scheduled/" + failed.id() + "/send", Map.of())
              .as(ScheduledMessage.class)
              .state());
      assertEquals("still there?", said(ana, group).getFirst().content());
      cat.rest().delete("/me/blocks/" + ben.id());
    }
  }

  @Test
  void whoeverSendsManyHoldsUpNobodyElse() {
    Duration later = Duration.ofDays(300);
    IntStream.range(0, 25).forEach(n -> kept(ana, group, text("one of many", in(later))));
    String bens = kept(ben, group, text("the only one", in(later.plusMinutes(1)))).id();
    try (Database database = TestDatabases.open(data)) {
      List<ScheduledRepository.Due> due =
          database.read(
              handle -> new ScheduledRepository().due(handle, in(later.plusMinutes(2)), 10, 20));
      assertTrue(due.stream().anyMatch(one -> one.id().equals(bens)));
      assertEquals(
          10, due.stream().filter(one -> one.authorId().equals(ana.id())).limit(11).count());
    }
  }

  @Test
  void badRequestsAreRefused() {
    assertEquals(422, ask(ana, group, text("", in(HOUR))).status());
    assertEquals(422, ask(ana, group, text("far", in(Duration.ofDays(367)))).status());
    assertEquals(
        422,
        ana.rest()
            .post("/conversations/" + group.id() + "/scheduled", RelayFixture.text("when?"))
            .status());
    assertEquals(404, ask(cat, group, text("from outside", in(HOUR))).status());
    Message.Send offer =
        new Message.Send(null, Ids.newId(), Message.Type.OFFER, null, null, null, null);
    assertEquals(422, ask(ana, group, Schedule.of(offer, in(HOUR))).status());
    ScheduledMessage kept = kept(ana, group, text("fine", in(HOUR)));
    assertEquals(
        422,
        ana.rest()
            .patch("/scheduled/" + kept.id(), new ScheduledMessage.Change("  ", null))
            .status());
    assertEquals(
        404,
        ben.rest()
            .patch("/scheduled/" + kept.id(), new ScheduledMessage.Change("mine", null))
            .status());
    List<Integer> answers =
        IntStream.rangeClosed(2, ScheduledService.MOST + 1)
            .mapToObj(i -> ask(ana, group, text("number " + i, in(HOUR))).status())
            .toList();
    assertEquals(201, answers.get(ScheduledService.MOST - 2));
    assertEquals(409, answers.getLast(), "at most a hundred wait in a conversation");
    assertEquals(ScheduledService.MOST, waiting(ana, group));
  }

  @Test
  void aDeviceThatWasAwayHearsOfWhatWaitsAndOfWhatIsOver() {
    Person dan = relay.person("dan");
    Conversation own = dan.group("Own", List.of(ben));
    ScheduledMessage one = kept(dan, own, text("one", in(HOUR)));
    ScheduledMessage two = kept(dan, own, text("two", in(HOUR)));
    Sync.Answer first = synced(dan, null, 0);
    assertEquals(List.of("waiting", "waiting"), states(first));
    dan.rest().delete("/scheduled/" + one.id());
    Sync.Answer later = synced(dan, first.epoch(), first.me().change());
    assertEquals(List.of("cancelled"), states(later));
    assertEquals(List.of("waiting"), states(synced(dan, null, 0)), "news for nobody who is new");
    assertEquals(ScheduledMessage.State.WAITING, now(dan, two).state());
    assertEquals(
        204, dan.rest().delete("/me", new Auth.Deletion("correct horse battery")).status());
    CLOCK.advance(HOUR);
    assertTrue(
        said(ben, own).stream().noneMatch(m -> two.clientId().equals(m.clientId())),
        "what somebody scheduled goes with their account");
  }

  private static Sync.Answer synced(
      Person person, @org.jspecify.annotations.Nullable String epoch, long me) {
    Answer answer = person.rest().post("/sync", new Sync.Request(epoch, Map.of(), me));
    assertEquals(200, answer.status(), () -> answer.body().toString());
    return answer.as(Sync.Answer.class);
  }

  private static List<String> states(Sync.Answer answer) {
    return answer.me().items().stream()
        .filter(item -> item.kind().equals("scheduled"))
        .map(item -> item.value().path("state").asText())
        .toList();
  }

  @Test
  void whatIsOverIsForgottenInTimeAndWhoComesLaterIsToldWhatStillWaits() {
    Person dora = relay.person("dora");
    Conversation own = dora.group("Own", List.of(ben));
    Conversation theirs = ana.group("Theirs", List.of(dora));
    ScheduledMessage waits = kept(dora, own, text("waits", in(Duration.ofDays(200))));
    ScheduledMessage sent = kept(dora, own, text("sent", in(HOUR)));
    ScheduledMessage refused = kept(dora, theirs, text("refused", in(HOUR)));
    Sync.Answer known = synced(dora, null, 0);
    assertEquals(Set.of(waits.id(), sent.id(), refused.id()), open(known));
    try (Device desk = dora.device()) {
      ana.rest().delete("/conversations/" + theirs.id() + "/members/" + dora.id());
      CLOCK.advance(HOUR);
      told(desk, sent, "sent");
      told(desk, refused, "failed");
      CLOCK.advance(ScheduledEnd.OVER.minus(HOUR));
      relay.sweep();
      assertEquals(ScheduledMessage.State.SENT, now(dora, sent).state());
      CLOCK.advance(HOUR.multipliedBy(2));
      relay.sweep();
      assertEquals(404, dora.rest().get("/scheduled/" + sent.id()).status());
      assertEquals("refused", now(dora, refused).content());
      CLOCK.advance(ScheduledEnd.REFUSED);
      relay.sweep();
      assertNull(told(desk, refused, "cancelled").content());
      CLOCK.advance(ScheduledEnd.OVER.plus(HOUR));
      relay.sweep();
      assertEquals(404, dora.rest().get("/scheduled/" + refused.id()).status());
    }
    // A device that was away all the time.
    Sync.Answer late = synced(dora, known.epoch(), known.me().change());
    assertEquals(List.of(), states(late));
    assertEquals(Set.of(waits.id()), open(late));
  }

  private static Set<String> open(Sync.Answer answer) {
    return Set.copyOf(Objects.requireNonNull(answer.me().scheduled()));
  }

  @Test
  void aRelayThatStartsAgainStillSendsIt(@TempDir Path other) {
    SetClock clock = new SetClock();
    try (RelayFixture own = RelayFixture.at(clock, other)) {
      Person eve = own.person("eve");
      Person fay = own.person("fay");
      Conversation direct = eve.direct(fay);
      ScheduledMessage kept =
          kept(eve, direct, text("after the night", clock.instant().plus(HOUR)));
      own.restart();
      try (Device device = new Device(own.address(), fay.token())) {
        device.await(ServerEvent.Ready.class);
        clock.advance(HOUR);
        assertEquals(
            kept.clientId(), device.await(ServerEvent.NewMessage.class).message().clientId());
      }
    }
  }

  @Test
  void itsFilesAreKeptWhileItWaitsAndGoWithIt() throws Exception {
    Attachment file = upload(ana, "notes.txt", "what to bring");
    Message.Send send =
        new Message.Send(
            null, Ids.newId(), Message.Type.FILE, "notes", null, List.of(file.id()), null);
    ScheduledMessage kept = kept(ana, group, Schedule.of(send, in(Duration.ofDays(50))));
    assertEquals(file.id(), kept.attachments().getFirst().id());
    CLOCK.advance(Duration.ofDays(39));
    collect();
    assertEquals(200, status(ana, file));
    assertEquals(404, status(ben, file), "nobody else sees it before");
    try (Device other = ben.device()) {
      CLOCK.advance(Duration.ofDays(20));
      Message message =
          other
              .await(
                  ServerEvent.NewMessage.class,
                  event -> event.message().clientId().equals(kept.clientId()))
              .message();
      assertEquals(file.id(), message.attachments().getFirst().id());
      assertEquals(200, status(ben, file));
    }
    Attachment dropped = upload(ana, "dropped.txt", "never mind");
    Message.Send never =
        new Message.Send(
            null, Ids.newId(), Message.Type.FILE, null, null, List.of(dropped.id()), null);
    ScheduledMessage cancelled = kept(ana, group, Schedule.of(never, in(HOUR)));
    ana.rest().delete("/scheduled/" + cancelled.id());
    collect();
    assertEquals(404, status(ana, dropped));
    assertEquals(200, status(ben, file), "what was sent stays");
  }

  /// The relay collects what nobody needs when a story has ended.
  private static void collect() {
    assertEquals(201, ana.rest().post("/stories", Map.of("text", "a day")).status());
    CLOCK.advance(Duration.ofHours(25));
    relay.sweep();
  }

  private static int status(Person reader, Attachment file) throws Exception {
    return reader
        .rest()
        .http()
        .send(
            HttpRequest.newBuilder(URI.create(relay.address() + "/api/v1/attachments/" + file.id()))
                .header("Authorization", "Bearer " + reader.token())
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static Attachment upload(Person owner, String name, String text) throws Exception {
    String boundary = "----windowshop";
    String body =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: text/plain\r\n\r\n"
            + text
            + "\r\n--"
            + boundary
            + "--\r\n";
    HttpResponse<String> answer =
        owner
            .rest()
            .http()
            .send(
                HttpRequest.newBuilder(URI.create(relay.address() + "/api/v1/attachments"))
                    .header("Authorization", "Bearer " + owner.token())
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(201, answer.statusCode(), answer.body());
    return Json.decode(answer.body(), Attachment.class);
  }
}
