package dev.windowshop.relay.moderation;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import dev.windowshop.protocol.UserRole;
import dev.windowshop.relay.account.SuspensionRepository;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What moderators see and do. Each asks the database whether they are one, and each act is in the
/// log or did not happen. Blocks its caller, a virtual thread.
final class ModerationService {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int NOTE_LENGTH = 500;

  private final Database database;
  private final UserRepository users;
  private final SuspensionRepository suspensions = new SuspensionRepository();
  private final ReportRepository reports = new ReportRepository();
  private final EvidenceRepository evidence = new EvidenceRepository();
  private final LogRepository log = new LogRepository();
  private final Moderated moderated;
  private final Broadcaster broadcaster;
  private final Consumer<String> sessionEnded;
  private final Clock clock;

  ModerationService(
      Database database,
      UserRepository users,
      Moderated moderated,
      Broadcaster broadcaster,
      Consumer<String> sessionEnded,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.moderated = moderated;
    this.broadcaster = broadcaster;
    this.sessionEnded = sessionEnded;
    this.clock = clock;
  }

  List<Report> reports(String actorId, Report.State state, @Nullable String after, int limit) {
    return database.read(handle -> {
      requireModerator(handle, actorId);
      return shown(handle, reports.page(handle, state, after, limit));
    });
  }

  List<Report.Entry> log(String actorId, @Nullable String before, int limit) {
    return database.read(handle -> {
      requireModerator(handle, actorId);
      List<LogRepository.Kept> found = log.page(handle, before, limit);
      Set<String> actors = new HashSet<>();
      for (LogRepository.Kept kept : found) {
        if (kept.act().actorId() != null) {
          actors.add(kept.act().actorId());
        }
      }
      Map<String, User> people = users.byIds(handle, actors);
      return found.stream().map(kept -> entry(kept, people)).toList();
    });
  }

  /// Decides about the thing: every open report of it is resolved by that.
  Report resolve(String actorId, String reportId, Report.Resolve asked) {
    Report.Action action = asked.action();
    if (action == null || action == Report.Action.UNKNOWN) {
      throw ProblemException.invalid("action", "must be dismiss, hide or suspend");
    }
    return run(handle -> {
      UserRole role = requireModerator(handle, actorId);
      ReportRepository.Row row =
          reports.find(handle, reportId).orElseThrow(() -> ProblemException.notFound("report"));
      if (row.state() == Report.State.RESOLVED) {
        throw new ProblemException(ProblemType.CONFLICT, "Somebody has decided this already.");
      }
      String note = asked.note() == null ? "" : asked.note().strip();
      checkLength(note);
      String why = note.isEmpty() ? "Reported as " + ReportRepository.name(row.reason()) : note;
      Acting acting = new Acting(handle, actorId, role, row.id(), why);
      switch (action) {
        case DISMISS, UNKNOWN -> acting.note(Report.Deed.DISMISS, row.kind(), row.targetId(), null);
        case HIDE -> acting.hide(row.kind(), row.targetId(), true);
        case SUSPEND -> acting.suspend(row.ownerId(), asked.until());
      }
      reports.resolve(handle, row, action, note.isEmpty() ? null : note, clock.instant());
      evidence.release(handle).forEach(id -> moderated.releaseAttachment(handle, id));
      return acting.done(
          shown(handle, List.of(reports.find(handle, reportId).orElseThrow())).getFirst());
    });
  }

  void hide(String actorId, Report.Kind kind, String targetId, boolean hidden, Report.Act asked) {
    String note = why(asked);
    run(handle -> {
      UserRole role = requireModerator(handle, actorId);
      Acting acting = new Acting(handle, actorId, role, null, note);
      acting.hide(kind, targetId, hidden);
      return acting.done(targetId);
    });
  }

  void suspend(String actorId, String userId, Report.Act asked) {
    String note = why(asked);
    run(handle -> {
      Acting acting = new Acting(handle, actorId, requireModerator(handle, actorId), null, note);
      acting.suspend(userId, asked.until());
      return acting.done(userId);
    });
  }

  void unsuspend(String actorId, String userId, Report.Act asked) {
    String note = why(asked);
    run(handle -> {
      Acting acting = new Acting(handle, actorId, requireModerator(handle, actorId), null, note);
      acting.unsuspend(userId);
      return acting.done(userId);
    });
  }

  /// @param events for the conversations, after the commit
  /// @param told to some people, after the commit
  /// @param sessions whose sockets end after the commit
  private record Done<T>(
      T value,
      List<ServerEvent.InConversation> events,
      List<Moderated.Told> told,
      List<String> sessions) {}

  private <T> T run(java.util.function.Function<Handle, Done<T>> work) {
    Done<T> done =
        database.write(
            work,
            result -> {
              result
                  .events()
                  .forEach(event -> broadcaster.toConversation(event.conversationId(), event));
              result.told().forEach(told -> broadcaster.toUsers(told.userIds(), told.event()));
            });
    done.sessions().forEach(sessionEnded);
    return done.value();
  }

  /// Acts of one moderator within one unit of work.
  private final class Acting {
    private final Handle handle;
    private final String actorId;
    private final UserRole role;
    private final @Nullable String reportId;
    private final String why;
    private final List<ServerEvent.InConversation> events = new ArrayList<>();
    private final List<Moderated.Told> told = new ArrayList<>();
    private final List<String> sessions = new ArrayList<>();

    Acting(Handle handle, String actorId, UserRole role, @Nullable String reportId, String why) {
      this.handle = handle;
      this.actorId = actorId;
      this.role = role;
      this.reportId = reportId;
      this.why = why;
    }

    void hide(Report.Kind kind, String targetId, boolean hidden) {
      switch (kind) {
        case MESSAGE -> events.addAll(moderated.hideMessage(handle, targetId, hidden));
        case PRODUCT -> moderated.hideProduct(handle, targetId, hidden);
        case STORY -> told.addAll(moderated.hideStory(handle, targetId, hidden));
        case USER, UNKNOWN ->
            throw ProblemException.invalid("action", "hides messages, products and stories only");
      }
      note(hidden ? Report.Deed.HIDE : Report.Deed.UNHIDE, kind, targetId, null);
    }

    void suspend(String userId, @Nullable Instant until) {
      Instant now = clock.instant();
      if (until != null && !until.isAfter(now)) {
        throw ProblemException.invalid("until", "must be in the future");
      }
      if (until != null && until.isAfter(LATEST)) {
        throw ProblemException.invalid("until", "is too far away: leave it out for ever");
      }
      requireOutranked(userId);
      sessions.addAll(suspensions.suspend(handle, userId, until, now));
      note(Report.Deed.SUSPEND, Report.Kind.USER, userId, until);
    }

    void unsuspend(String userId) {
      requireOutranked(userId);
      if (!suspensions.lift(handle, userId)) {
        throw new ProblemException(ProblemType.CONFLICT, "They are not suspended.");
      }
      note(Report.Deed.UNSUSPEND, Report.Kind.USER, userId, null);
    }

    private void requireOutranked(String userId) {
      UserRole theirs =
          users.role(handle, userId).orElseThrow(() -> ProblemException.notFound("user"));
      if (theirs.compareTo(role) >= 0) {
        throw ProblemException.forbidden("Only somebody above them can do that.");
      }
    }

    void note(Report.Deed deed, Report.Kind kind, String targetId, @Nullable Instant until) {
      log.add(
          handle,
          new LogRepository.Act(
              actorId,
              deed,
              kind,
              targetId,
              reportId,
              why,
              until,
              clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    <T> Done<T> done(T value) {
      return new Done<>(value, List.copyOf(events), List.copyOf(told), List.copyOf(sessions));
    }
  }

  private UserRole requireModerator(Handle handle, String userId) {
    UserRole role = users.role(handle, userId).orElse(UserRole.USER);
    if (!role.moderates()) {
      throw ProblemException.forbidden("Only moderators may do this.");
    }
    return role;
  }

  private static String why(Report.Act asked) {
    String note = asked.note() == null ? "" : asked.note().strip();
    if (note.isEmpty()) {
      throw ProblemException.invalid("note", "must say why");
    }
    checkLength(note);
    return note;
  }

  private static void checkLength(String note) {
    if (note.length() > NOTE_LENGTH) {
      throw ProblemException.invalid("note", "must have " + NOTE_LENGTH + " characters at most");
    }
  }

  private List<Report> shown(Handle handle, List<ReportRepository.Row> rows) {
    Set<String> ids = new HashSet<>();
    rows.forEach(row -> {
      ids.add(row.reporterId());
      ids.add(row.ownerId());
    });
    Map<String, User> people = users.byIds(handle, ids);
    return rows.stream()
        .map(row ->
            new Report(
                row.id(),
                row.kind(),
                row.targetId(),
                row.reason(),
                row.text(),
                row.state(),
                row.createdAt(),
                people.get(row.reporterId()),
                people.get(row.ownerId()),
                row.snapshot(),
                row.others(),
                row.resolvedAt(),
                row.action(),
                row.note()))
        .toList();
  }

  private static Report.Entry entry(LogRepository.Kept kept, Map<String, User> people) {
    LogRepository.Act act = kept.act();
    return new Report.Entry(
        kept.id(),
        act.actorId() == null ? null : people.get(act.actorId()),
        act.deed(),
        act.kind(),
        act.targetId(),
        act.reportId(),
        act.note(),
        act.until(),
        act.at());
  }
}
