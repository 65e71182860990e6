package dev.windowshop.relay.moderation;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.User;
import dev.windowshop.protocol.UserRole;
import dev.windowshop.relay.account.SuspensionRepository;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What whoever runs the relay does about people at the command line, also while a relay serves the
/// same database: it notices by itself. Blocks its caller.
public final class OperatorService {
  /// Somebody with what only the operator sees.
  ///
  /// @param suspension null when there is none
  public record Account(
      User user,
      String email,
      UserRole role,
      Instant createdAt,
      SuspensionRepository.@Nullable Suspension suspension) {}

  private static final int PAGE = 500;

  private final Database database;
  private final Clock clock;
  private final UserRepository users = new UserRepository();
  private final SuspensionRepository suspensions = new SuspensionRepository();
  private final LogRepository log = new LogRepository();

  public OperatorService(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// By user name.
  ///
  /// @param after normalised user name of the last one already seen, or empty
  public List<Account> page(String after) {
    return database.read(handle ->
        users.idsAfter(handle, after, PAGE).stream().map(id -> account(handle, id)).toList());
  }

  /// @throws ProblemException 404 when there is nobody of this name
  public Account find(String username) {
    return database.read(handle -> account(handle, id(handle, username)));
  }

  /// Somebody who can't sign in until they are given a password.
  ///
  /// @throws ProblemException 409 when the name or the email is taken
  public void add(String username, String email, String displayName) {
    var user =
        new UserRepository.NewUser(
            Ids.newId(), username, email, displayName, null, null, null, clock.instant());
    database
        .write(handle -> users.insert(handle, user))
        .ifPresent(field -> {
          throw new ProblemException(
              ProblemType.CONFLICT, "Somebody has this " + field + " already.");
        });
  }

  /// @throws ProblemException 404 when there is nobody of this name, 409 when they have the role
  public void setRole(String username, UserRole role) {
    database.write(handle -> {
      String id = id(handle, username);
      if (users.role(handle, id).orElse(UserRole.USER) == role) {
        throw new ProblemException(
            ProblemType.CONFLICT, username + " is that already: " + name(role) + ".");
      }
      users.setRole(handle, id, role);
      note(handle, Report.Deed.ROLE, id, "Made " + name(role), null);
      return id;
    });
  }

  /// @param until null until further notice
  /// @throws ProblemException 404 when there is nobody of this name
  public void suspend(String username, @Nullable Instant until, String why) {
    Instant now = clock.instant();
    if (until != null && !until.isAfter(now)) {
      throw ProblemException.invalid("until", "must be in the future");
    }
    database.write(handle -> {
      String id = id(handle, username);
      suspensions.suspend(handle, id, until, now);
      note(handle, Report.Deed.SUSPEND, id, why, until);
      return id;
    });
  }

  /// @throws ProblemException 404 when there is nobody of this name, 409 when they aren't suspended
  public void unsuspend(String username, String why) {
    database.write(handle -> {
      String id = id(handle, username);
      if (!suspensions.lift(handle, id)) {
        throw new ProblemException(ProblemType.CONFLICT, username + " is not suspended.");
      }
      note(handle, Report.Deed.UNSUSPEND, id, why, null);
      return id;
    });
  }

  private void note(
      Handle handle, Report.Deed deed, String userId, String why, @Nullable Instant until) {
    log.add(
        handle,
        new LogRepository.Act(
            null,
            deed,
            Report.Kind.USER,
            userId,
            null,
            why,
            until,
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private String id(Handle handle, String username) {
    return users.idOf(handle, username).orElseThrow(() -> ProblemException.notFound("user"));
  }

  private Account account(Handle handle, String id) {
    var me = users.me(handle, id).orElseThrow(() -> ProblemException.notFound("user"));
    return new Account(
        users.byId(handle, id).orElseThrow(() -> ProblemException.notFound("user")),
        me.email(),
        me.role(),
        me.createdAt(),
        suspensions.find(handle, id, clock.instant()).orElse(null));
  }

  private static String name(UserRole role) {
    return ReportRepository.name(role);
  }
}
