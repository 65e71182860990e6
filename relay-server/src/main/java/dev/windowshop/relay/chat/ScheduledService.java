package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ScheduledMessage;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps messages for later, for their author alone. All that is written of one author's goes
/// through their personal counter, whose row is locked first: what is read after that stays true
/// until the commit. Any thread that may block.
final class ScheduledService {
  /// @param created false when the relay had it
  record Kept(ScheduledMessage message, boolean created) {}

  /// So many wait in one conversation for one author.
  static final int MOST = 100;

  private static final Duration LONGEST = Duration.ofDays(366);

  private final Database database;
  private final ChatWrites writes;
  private final ScheduledRepository scheduled;
  private final ScheduledReader reader;
  private final PersonalRepository personal;
  private final Attachments attachments;
  private final Drafts drafts;
  private final Reach reach;
  private final ChatConfig config;
  private final ScheduledSender sender;
  private final Limits limits;
  private final Clock clock;

  ScheduledService(
      Database database,
      ChatWrites writes,
      ScheduledRepository scheduled,
      ScheduledReader reader,
      PersonalRepository personal,
      Attachments attachments,
      Drafts drafts,
      Reach reach,
      ChatConfig config,
      ScheduledSender sender,
      Limits limits,
      Clock clock) {
    this.database = database;
    this.writes = writes;
    this.scheduled = scheduled;
    this.reader = reader;
    this.personal = personal;
    this.attachments = attachments;
    this.drafts = drafts;
    this.reach = reach;
    this.config = config;
    this.sender = sender;
    this.limits = limits;
    this.clock = clock;
  }

  /// Keeps a message until its time, or gives the one that was kept when this is asked again.
  Kept schedule(String userId, String conversationId, ScheduledMessage.Schedule asked) {
    limits.take(Limit.MESSAGES_SENDER, userId);
    Message.Send body = asked.send();
    if (body.type() == Message.Type.OFFER) {
      throw ProblemException.invalid("type", "is made at once, not later");
    }
    MessageWriter.Draft draft = drafts.of(userId, conversationId, body);
    Instant sendAt = time(asked.sendAt());
    String hash = BodyHash.of(draft);
    Kept kept =
        writes.run(handle -> {
          long change = personal.advance(handle, userId);
          ScheduledRow known =
              scheduled.findByClientId(handle, userId, draft.clientId()).orElse(null);
          if (known != null) {
            if (!known.bodyHash().equals(hash)) {
              throw taken();
            }
            return Outcome.quiet(new Kept(reader.read(handle, known), false));
          }
          check(handle, draft);
          if (scheduled.countOpen(handle, userId, conversationId) >= MOST) {
            throw new ProblemException(
                ProblemType.CONFLICT,
                "At most " + MOST + " messages wait in a conversation. Send or delete one first.");
          }
          Instant now = now();
          ScheduledRow row =
              new ScheduledRow(
                  Ids.newId(),
                  userId,
                  conversationId,
                  draft.clientId(),
                  draft.type(),
                  new Message.Send(
                      null,
                      draft.clientId(),
                      draft.type(),
                      draft.content(),
                      draft.replyToId(),
                      draft.attachmentIds(),
                      draft.metadata()),
                  hash,
                  sendAt,
                  ScheduledMessage.State.WAITING,
                  null,
                  null,
                  change,
                  now,
                  now);
          scheduled.insert(handle, row);
          hold(handle, row.id(), draft.attachmentIds());
          return new Outcome<>(
              new Kept(reader.read(handle, row), true), List.of(reader.told(handle, row)));
        });
    return kept.message().state() == ScheduledMessage.State.WAITING
        ? new Kept(sentIfDue(userId, kept.message()), kept.created())
        : kept;
  }

  private void check(Handle handle, MessageWriter.Draft draft) {
    Sending now = Sending.find(handle, draft.conversationId(), draft.senderId(), draft.clientId());
    if (now == null) {
      throw ProblemException.notFound("conversation");
    }
    if (now.known()) {
      throw taken();
    }
    if (now.closed()) {
      throw new ProblemException(ProblemType.CONFLICT, "The conversation is closed.");
    }
    reach.require(handle, draft.conversationId(), draft.senderId(), now.other());
    drafts.check(handle, now.sender(), draft);
  }

  /// Nothing collects its uploads while it waits.
  private void hold(Handle handle, String id, List<String> attachmentIds) {
    for (String attachment : attachmentIds.stream().sorted().toList()) {
      if (!attachments.use(handle, attachment)) {
        throw ProblemException.invalid(
            "attachmentIds", "names an upload that is gone: " + attachment);
      }
    }
    scheduled.hold(handle, id, attachmentIds);
  }

  private static ProblemException taken() {
    return new ProblemException(
        ProblemType.CONFLICT, "Another message was written with this clientId.");
  }

  private Instant time(@Nullable Instant asked) {
    Instant at = Field.present("sendAt", asked).truncatedTo(ChronoUnit.MILLIS);
    if (at.isAfter(now().plus(LONGEST))) {
      throw ProblemException.invalid("sendAt", "is more than a year ahead");
    }
    // What should have been sent before the relay was there is sent now, as any other that is late.
    return at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// What waits or has failed, the next one first.
  Page<ScheduledMessage> list(String userId, @Nullable String conversationId) {
    return database.read(handle ->
        new Page<>(
            scheduled.open(handle, userId).stream()
                .filter(
                    row -> conversationId == null || row.conversationId().equals(conversationId))
                .map(row -> reader.read(handle, row))
                .toList(),
            null));
  }

  ScheduledMessage get(String userId, String id) {
    return database.read(handle -> reader.read(handle, own(handle, userId, id)));
  }

  /// Says something else, or at another time; one that failed waits again.
  ScheduledMessage change(String userId, String id, ScheduledMessage.Change asked) {
    limits.take(Limit.MESSAGES_SENDER, userId);
    Instant sendAt = asked.sendAt() == null ? null : time(asked.sendAt());
    ScheduledMessage changed =
        writes.run(handle -> {
          long change = personal.advance(handle, userId);
          ScheduledRow row = open(handle, userId, id);
          Message.Send body = Objects.requireNonNull(row.body());
          ScheduledRow now =
              row.waiting(
                  asked.content() == null ? body : saying(body, asked.content()),
                  sendAt == null ? row.sendAt() : sendAt,
                  change,
                  now());
          scheduled.update(handle, now);
          return new Outcome<>(reader.read(handle, now), List.of(reader.told(handle, now)));
        });
    return sentIfDue(userId, changed);
  }

  private Message.Send saying(Message.Send body, String content) {
    switch (body.type()) {
      case TEXT, IMAGE, VIDEO, FILE, VOICE -> {}
      case PRODUCT, ORDER, POLL, OFFER, SYSTEM, CALL, UNKNOWN ->
          throw ProblemException.invalid("content", "is not edited in this type");
    }
    boolean blank = Field.isBlank(content);
    if (blank && (body.attachmentIds() == null || body.attachmentIds().isEmpty())) {
      throw ProblemException.invalid("content", "is empty");
    }
    if (content.length() > config.contentLength()) {
      throw ProblemException.invalid(
          "content", "is longer than " + config.contentLength() + " characters");
    }
    return new Message.Send(
        null,
        body.clientId(),
        body.type(),
        blank ? null : content,
        body.replyToId(),
        body.attachmentIds(),
        body.metadata());
  }

  /// Sends it now, whatever its time is.
  ///
  /// @throws ProblemException as sending it would; it is kept as it was then
  ScheduledMessage send(String userId, String id) {
    get(userId, id);
    return sender.send(userId, id, false);
  }

  void cancel(String userId, String id) {
    writes.run(handle -> {
      long change = personal.advance(handle, userId);
      ScheduledRow row = own(handle, userId, id);
      if (row.state() == ScheduledMessage.State.CANCELLED) {
        return Outcome.quiet(id);
      }
      if (!row.isOpen()) {
        throw over(row);
      }
      ScheduledRow now = row.ended(null, change, now());
      release(handle, id);
      scheduled.update(handle, now);
      return new Outcome<>(id, List.of(reader.told(handle, now)));
    });
  }

  private void release(Handle handle, String id) {
    scheduled.release(handle, id).forEach(attachment -> attachments.disuse(handle, attachment));
  }

  /// Everything that somebody has scheduled goes with their account.
  void erase(Handle handle, String userId) {
    List<ScheduledRow> open = new ArrayList<>(scheduled.open(handle, userId));
    open.forEach(row -> release(handle, row.id()));
    scheduled.forget(handle, userId);
  }

  private ScheduledMessage sentIfDue(String userId, ScheduledMessage message) {
    if (message.sendAt().isAfter(now())) {
      return message;
    }
    sender.sendDue(userId, message.id());
    return get(userId, message.id());
  }

  private ScheduledRow own(Handle handle, String userId, String id) {
    return scheduled
        .find(handle, userId, id)
        .orElseThrow(() -> ProblemException.notFound("scheduled message"));
  }

  private ScheduledRow open(Handle handle, String userId, String id) {
    ScheduledRow row = own(handle, userId, id);
    if (!row.isOpen()) {
      throw over(row);
    }
    return row;
  }

  static ProblemException over(ScheduledRow row) {
    return new ProblemException(
        ProblemType.CONFLICT,
        row.state() == ScheduledMessage.State.SENT
            ? "This message was sent already."
            : "This message was deleted before it was sent.");
  }
}
