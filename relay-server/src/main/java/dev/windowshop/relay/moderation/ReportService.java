package dev.windowshop.relay.moderation;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.moderation.Moderated.Subject;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes reports. Blocks its caller, a virtual thread.
final class ReportService {
  /// @param created false when this person has an open report of it already
  record Filed(Report report, boolean created) {}

  private static final int TEXT_LENGTH = 1000;

  private final Database database;
  private final UserRepository users;
  private final ReportRepository reports = new ReportRepository();
  private final EvidenceRepository evidence = new EvidenceRepository();
  private final Moderated moderated;
  private final Broadcaster broadcaster;
  private final Clock clock;

  ReportService(
      Database database,
      UserRepository users,
      Moderated moderated,
      Broadcaster broadcaster,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.moderated = moderated;
    this.broadcaster = broadcaster;
    this.clock = clock;
  }

  Filed file(String reporterId, Report.Filing filing) {
    Report.Kind kind = filing.kind();
    if (kind == null || kind == Report.Kind.UNKNOWN) {
      throw ProblemException.invalid("kind", "must be message, product, user or story");
    }
    if (filing.reason() == null || filing.reason() == Report.Reason.UNKNOWN) {
      throw ProblemException.invalid(
          "reason", "must be spam, harassment, fraud, illegal, adult or other");
    }
    if (filing.targetId() == null || !Ids.isId(filing.targetId())) {
      throw ProblemException.invalid("targetId", "is no id");
    }
    String text = filing.text() == null || filing.text().isBlank() ? null : filing.text().strip();
    if (text != null && text.length() > TEXT_LENGTH) {
      throw ProblemException.invalid("text", "must have " + TEXT_LENGTH + " characters at most");
    }
    record Stored(ReportRepository.Row row, boolean created, List<String> moderators, int open) {}
    Stored stored =
        database.write(
            handle -> {
              var known = reports.openOf(handle, reporterId, kind, filing.targetId());
              if (known.isPresent()) {
                return new Stored(known.get(), false, List.of(), 0);
              }
              Subject subject = find(handle, reporterId, kind, filing.targetId());
              if (subject == null) {
                throw ProblemException.notFound(ReportRepository.name(kind));
              }
              if (subject.ownerId().equals(reporterId)) {
                throw ProblemException.invalid("targetId", "is your own");
              }
              ReportRepository.Row row =
                  new ReportRepository.Row(
                      Ids.newId(),
                      reporterId,
                      kind,
                      filing.targetId(),
                      subject.ownerId(),
                      filing.reason(),
                      text,
                      subject.snapshot(),
                      Report.State.OPEN,
                      clock.instant().truncatedTo(ChronoUnit.MILLIS),
                      null,
                      null,
                      null,
                      0);
              reports.insert(handle, row);
              evidence
                  .add(handle, row.id(), row.snapshot())
                  .forEach(id -> moderated.keepAttachment(handle, id));
              return new Stored(row, true, users.moderators(handle), reports.open(handle));
            },
            done -> {
              if (done.created() && !done.moderators().isEmpty()) {
                broadcaster.toUsers(
                    done.moderators(),
                    new ServerEvent.ReportFiled(done.row().id(), kind, done.open()));
              }
            });
    return new Filed(ofReporter(stored.row()), stored.created());
  }

  private @Nullable Subject find(Handle handle, String viewer, Report.Kind kind, String targetId) {
    return switch (kind) {
      case MESSAGE -> moderated.message(handle, viewer, targetId);
      case PRODUCT -> moderated.product(handle, targetId);
      case STORY -> moderated.story(handle, viewer, targetId);
      case USER, UNKNOWN -> {
        User user = users.byId(handle, targetId).orElse(null);
        yield user == null
            ? null
            : new Subject(
                user.id(),
                Json.tree(
                    new User(
                        user.id(),
                        user.username(),
                        user.displayName(),
                        user.avatarUrl(),
                        user.bio(),
                        null,
                        null)));
      }
    };
  }

  /// Without what only moderators see.
  private static Report ofReporter(ReportRepository.Row row) {
    return new Report(
        row.id(),
        row.kind(),
        row.targetId(),
        row.reason(),
        row.text(),
        row.state(),
        row.createdAt(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
