package dev.windowshop.relay.account;

import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.db.Database;
import java.util.List;

/// Profiles. Blocks its caller, a virtual thread.
final class ProfileService {
  private final Database database;
  private final UserRepository users;
  private final Presence presence;

  ProfileService(Database database, UserRepository users, Presence presence) {
    this.database = database;
    this.users = users;
    this.presence = presence;
  }

  Me me(String id) {
    return database
        .read(handle -> users.me(handle, id))
        .orElseThrow(() -> ProblemException.notFound("user"));
  }

  Me patch(String id, Me.Patch asked) {
    Me.Patch patch = AccountRules.check(asked);
    return database
        .write(handle -> {
          users.patch(handle, id, patch);
          return users.me(handle, id);
        })
        .orElseThrow(() -> ProblemException.notFound("user"));
  }

  User user(String id) {
    return presence.describe(
        database
            .read(handle -> users.byId(handle, id))
            .orElseThrow(() -> ProblemException.notFound("user")));
  }

  /// @param after normalised user name of the last one already seen, or empty
  List<User> search(String text, String exceptId, String after, int limit) {
    return database.read(handle -> users.search(handle, text, exceptId, after, limit)).stream()
        .map(presence::describe)
        .toList();
  }
}
