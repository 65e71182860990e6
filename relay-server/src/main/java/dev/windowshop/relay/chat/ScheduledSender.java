package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ScheduledMessage;
import dev.windowshop.relay.account.SuspensionRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what was scheduled, as its author would at that moment. The message and the end of what
/// was scheduled are one unit of work: after a crash it was either sent, or still waits. Any thread
/// that may block.
final class ScheduledSender {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduledSender.class);
  private static final int AT_ONCE = 200;
  private static final int OF_ONE = 10;

  private final Database database;
  private final ChatWrites writes;
  private final ScheduledRepository scheduled;
  private final ScheduledReader reader;
  private final PersonalRepository personal;
  private final SuspensionRepository suspensions = new SuspensionRepository();
  private final Attachments attachments;
  private final Drafts drafts;
  private final MessageService messages;
  private final Limits limits;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();

  ScheduledSender(
      Database database,
      ChatWrites writes,
      ScheduledRepository scheduled,
      ScheduledReader reader,
      PersonalRepository personal,
      Attachments attachments,
      Drafts drafts,
      MessageService messages,
      Limits limits,
      Clock clock) {
    this.database = database;
    this.writes = writes;
    this.scheduled = scheduled;
    this.reader = reader;
    this.personal = personal;
    this.attachments = attachments;
    this.drafts = drafts;
    this.messages = messages;
    this.limits = limits;
    this.clock = clock;
  }

  /// Sends everything whose time has come.
  void run() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      database.read(handle -> scheduled.due(handle, now(), OF_ONE, AT_ONCE)).forEach(this::sendDue);
    } finally {
      running.set(false);
    }
  }

  private void sendDue(ScheduledRepository.Due due) {
    try {
      sendDue(due.authorId(), due.id());
    } catch (RuntimeException e) {
      LOG.error("The scheduled message {} was not sent and is tried again", due.id(), e);
    }
  }

  /// Sends one, or keeps with it why it can't be.
  void sendDue(String authorId, String id) {
    try {
      send(authorId, id, true);
    } catch (ProblemException e) {
      if (!isPassing(e)) {
        fail(authorId, id, words(e));
      } else {
        LOG.debug("a scheduled message is sent later: {}", e.getMessage());
      }
    }
  }

  /// What is over by itself, soon.
  private static boolean isPassing(ProblemException e) {
    return e.type() == ProblemType.RATE_LIMITED || e.problem().status() >= 500;
  }

  private static String words(ProblemException e) {
    String detail = e.problem().detail();
    if (e.type() == ProblemType.NOT_FOUND) {
      return "You are not in this conversation any more.";
    }
    return detail == null ? e.problem().title() : detail;
  }

  /// @param due only if it waits and its time has come; else its author asks for it now
  /// @throws ProblemException as sending it otherwise would; nothing has changed then
  ScheduledMessage send(String authorId, String id, boolean due) {
    Limits.Once bySender = limits.once(Limit.MESSAGES_SENDER, authorId);
    return writes.run(handle -> {
      long change = personal.advance(handle, authorId);
      ScheduledRow row = find(handle, authorId, id);
      boolean wanted =
          due
              ? row.state() == ScheduledMessage.State.WAITING && !row.sendAt().isAfter(now())
              : row.isOpen();
      if (!due && row.state() == ScheduledMessage.State.CANCELLED) {
        throw ScheduledService.over(row);
      }
      if (!wanted) {
        return Outcome.quiet(reader.read(handle, row));
      }
      suspensions.requireNone(handle, authorId, clock.instant());
      bySender.take();
      MessageWriter.Draft draft =
          drafts.of(authorId, row.conversationId(), Objects.requireNonNull(row.body()));
      Outcome<MessageService.Sent> sent = messages.store(handle, draft);
      Message message = sent.value().message();
      scheduled.release(handle, id).forEach(held -> attachments.disuse(handle, held));
      ScheduledRow now = row.ended(message.id(), change, now());
      scheduled.update(handle, now);
      List<Effect> effects = new ArrayList<>(sent.effects());
      effects.add(reader.told(handle, now));
      return new Outcome<>(reader.read(handle, now), effects);
    });
  }

  private void fail(String authorId, String id, String why) {
    writes.run(handle -> {
      long change = personal.advance(handle, authorId);
      ScheduledRow row = scheduled.find(handle, authorId, id).orElse(null);
      if (row == null || row.state() != ScheduledMessage.State.WAITING) {
        return Outcome.quiet(id);
      }
      ScheduledRow now = row.failed(why, change, now());
      scheduled.update(handle, now);
      return new Outcome<>(id, List.of(reader.told(handle, now)));
    });
  }

  private ScheduledRow find(Handle handle, String authorId, String id) {
    return scheduled
        .find(handle, authorId, id)
        .orElseThrow(() -> ProblemException.notFound("scheduled message"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
