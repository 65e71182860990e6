package dev.windowshop.relay.account;

import dev.windowshop.protocol.Auth;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The devices that somebody is signed in on. Blocks its caller, a virtual thread.
final class SessionService {
  private final Database database;
  private final SessionRepository sessions;
  private final Clock clock;
  private final Consumer<String> sessionEnded;

  /// @param sessionEnded told the id of every session that ended
  SessionService(
      Database database, SessionRepository sessions, Clock clock, Consumer<String> sessionEnded) {
    this.database = database;
    this.sessions = sessions;
    this.clock = clock;
    this.sessionEnded = sessionEnded;
  }

  /// Living ones, the newest first.
  ///
  /// @param before the last id already seen, null from the start
  List<Auth.Session> list(Principal principal, @Nullable String before, int limit) {
    return database.read(
        handle -> sessions.list(handle, principal.userId(), principal.sessionId(), before, limit));
  }

  /// @return false when the user has no such session
  boolean end(Principal principal, String sessionId) {
    boolean ended =
        database.write(
            handle -> sessions.end(handle, sessionId, principal.userId(), clock.instant()));
    if (ended) {
      sessionEnded.accept(sessionId);
    }
    return ended;
  }

  void endOthers(Principal principal) {
    database
        .write(handle ->
            sessions.endAll(handle, principal.userId(), principal.sessionId(), clock.instant()))
        .forEach(sessionEnded);
  }
}
