package dev.windowshop.relay.chat;

import dev.windowshop.protocol.ScheduledMessage;
import dev.windowshop.relay.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What was scheduled does not stay for ever. What could not be sent, and nobody has touched for a
/// month, is given up; what is over is kept until the devices that are in use have heard of it.
/// Those that come later are told what still waits. Any thread that may block.
final class ScheduledEnd {
  static final Duration REFUSED = Duration.ofDays(30);
  static final Duration OVER = Duration.ofDays(2);
  private static final int AT_ONCE = 200;

  private final Database database;
  private final ChatWrites writes;
  private final ScheduledRepository scheduled;
  private final ScheduledReader reader;
  private final PersonalRepository personal;
  private final Attachments attachments;
  private final Clock clock;

  ScheduledEnd(
      Database database,
      ChatWrites writes,
      ScheduledRepository scheduled,
      ScheduledReader reader,
      PersonalRepository personal,
      Attachments attachments,
      Clock clock) {
    this.database = database;
    this.writes = writes;
    this.scheduled = scheduled;
    this.reader = reader;
    this.personal = personal;
    this.attachments = attachments;
    this.clock = clock;
  }

  void run() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant refused = now.minus(REFUSED);
    database
        .read(handle -> scheduled.refused(handle, refused, AT_ONCE))
        .forEach(one -> giveUp(one, refused, now));
    Instant over = now.minus(OVER);
    if (database.read(handle -> scheduled.ended(handle, over))) {
      database.write(handle -> scheduled.trim(handle, over));
    }
  }

  /// Unless its author has come back to it meanwhile.
  private void giveUp(ScheduledRepository.Due one, Instant before, Instant now) {
    writes.run(handle -> {
      long change = personal.advance(handle, one.authorId());
      ScheduledRow row = scheduled.find(handle, one.authorId(), one.id()).orElse(null);
      if (row == null
          || row.state() != ScheduledMessage.State.FAILED
          || !row.updatedAt().isBefore(before)) {
        return Outcome.quiet(one.id());
      }
      ScheduledRow ended = row.ended(null, change, now);
      scheduled.release(handle, row.id()).forEach(held -> attachments.disuse(handle, held));
      scheduled.update(handle, ended);
      return new Outcome<>(one.id(), List.of(reader.told(handle, ended)));
    });
  }
}
