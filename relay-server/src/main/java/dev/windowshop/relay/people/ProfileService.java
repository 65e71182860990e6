package dev.windowshop.relay.people;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import dev.windowshop.relay.realtime.Presence;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One's own profile, and other people's as one may see them. Blocks its caller, a virtual thread.
final class ProfileService {
  private final Database database;
  private final UserRepository users;
  private final FindingRepository finding;
  private final Presence presence;
  private final SeenPeople seen;
  private final Avatars avatars;
  private final PersonalItems personal;
  private final Broadcaster broadcaster;
  private final PresenceNews presenceNews;
  private final Clock clock;

  ProfileService(
      Database database,
      UserRepository users,
      Presence presence,
      SeenPeople seen,
      Avatars avatars,
      PersonalItems personal,
      Broadcaster broadcaster,
      PresenceNews presenceNews,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.finding = new FindingRepository();
    this.presence = presence;
    this.seen = seen;
    this.avatars = avatars;
    this.personal = personal;
    this.broadcaster = broadcaster;
    this.presenceNews = presenceNews;
    this.clock = clock;
  }

  Me me(String id) {
    return database.read(handle -> require(handle, id));
  }

  Me patch(String id, Me.Patch asked) {
    Me.Patch patch = ProfileRules.check(asked, clock.instant());
    record Patched(Me before, Me after, Sync.PersonalItem item) {}
    Patched patched =
        database.write(
            handle -> {
              Me before = require(handle, id);
              users.patch(handle, id, withPicture(handle, before, patch));
              return new Patched(before, require(handle, id), changed(handle, id));
            },
            done -> tell(id, done.item()));
    if (!patched.before().displayName().equals(patched.after().displayName())) {
      presenceNews.tellAgain(id);
    }
    return patched.after();
  }

  /// An upload becomes the picture, and the one before is let go.
  private Me.Patch withPicture(Handle handle, Me before, Me.Patch patch) {
    String url = patch.avatarUrl();
    if (patch.avatarId() != null) {
      url = avatars.take(handle, before.id(), patch.avatarId());
      if (url == null) {
        throw ProblemException.invalid("avatarId", "is no picture of yours");
      }
    }
    String old = before.avatarUrl();
    if (url != null && old != null) {
      avatars.drop(handle, old);
    }
    return new Me.Patch(patch.displayName(), patch.bio(), url, patch.bioUntil(), null);
  }

  /// `set_presence`: how one is shown from now on, on all devices.
  PresenceStatus choose(ClientSocket socket, @Nullable PresenceStatus status) {
    if (status == null || status == PresenceStatus.UNKNOWN) {
      throw ProblemException.invalid("status", "must be online, away, busy or offline");
    }
    String id = socket.userId();
    database.write(
        handle -> {
          users.choosePresence(handle, id, status);
          return changed(handle, id);
        },
        item -> broadcaster.toOtherDevices(socket, new ServerEvent.PersonalChanged(item)));
    presence.chose(id, status);
    return presence.status(id);
  }

  User user(String viewer, String id) {
    return database.read(handle -> seen(handle, viewer, id));
  }

  /// By a link to a profile; not for those whom they have blocked.
  User named(String viewer, String username) {
    return database.read(handle -> {
      String id = users.idOf(handle, username).orElseThrow(() -> ProblemException.notFound("user"));
      if (!id.equals(viewer) && finding.hasBlocked(handle, id, viewer)) {
        throw ProblemException.notFound("user");
      }
      return seen(handle, viewer, id);
    });
  }

  /// @param after normalised user name of the last one already seen, or empty
  List<User> search(String text, String viewer, String after, int limit) {
    return database.read(handle -> {
      List<String> ids = finding.search(handle, text, viewer, after, limit);
      Map<String, User> found = seen.by(handle, viewer, users.byIds(handle, ids));
      return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    });
  }

  private User seen(Handle handle, String viewer, String id) {
    User user = seen.by(handle, viewer, users.byIds(handle, List.of(id))).get(id);
    if (user == null) {
      throw ProblemException.notFound("user");
    }
    return user;
  }

  private Me require(Handle handle, String id) {
    return users.me(handle, id).orElseThrow(() -> ProblemException.notFound("user"));
  }

  /// What is in it is asked for by `GET /me`.
  private Sync.PersonalItem changed(Handle handle, String id) {
    return personal.put(handle, id, "profile", Json.mapper().createObjectNode());
  }

  private void tell(String userId, Sync.PersonalItem item) {
    broadcaster.toUsers(List.of(userId), new ServerEvent.PersonalChanged(item));
  }
}
