package dev.windowshop.relay.notification;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Notification;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.notification.NotificationRepository.Place;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What somebody may have missed, and what of it they have read. Blocks its caller, a virtual
/// thread.
final class NotificationService {
  /// How many are kept of each user, and for how long.
  static final int MOST = 200;

  static final Duration KEPT = Duration.ofDays(60);

  private static final int IDS = 200;

  private final Database database;
  private final NotificationRepository rows;
  private final NotificationReader reader;
  private final Broadcaster broadcaster;
  private final Clock clock;

  NotificationService(
      Database database,
      NotificationRepository rows,
      NotificationReader reader,
      Broadcaster broadcaster,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.reader = reader;
    this.broadcaster = broadcaster;
    this.clock = clock;
  }

  /// @param after where the page before ended; null for the first
  /// @param cursor writes down where this one ended
  Notification.Listing list(
      String userId, @Nullable Place after, int limit, Function<Place, String> cursor) {
    return database.read(handle -> {
      List<NotificationRow> found = rows.page(handle, userId, after, limit + 1);
      List<NotificationRow> shown = found.subList(0, Math.min(limit, found.size()));
      return new Notification.Listing(
          reader.all(handle, userId, shown),
          found.size() > limit ? cursor.apply(place(shown.getLast())) : null,
          rows.unread(handle, userId));
    });
  }

  private static Place place(NotificationRow row) {
    return new Place(row.updatedAt(), row.id());
  }

  /// @throws ProblemException 422 unless exactly one thing is asked for, 404 for an `upTo` that is
  ///   none of theirs
  Notification.Marked read(String userId, Notification.Read asked) {
    List<String> ids = asked.ids();
    String upTo = asked.upTo();
    boolean all = Boolean.TRUE.equals(asked.all());
    if ((ids == null ? 0 : 1) + (upTo == null ? 0 : 1) + (all ? 1 : 0) != 1) {
      throw ProblemException.invalid("ids", "is one of three: ids, upTo, or all");
    }
    if (ids != null) {
      if (ids.isEmpty() || ids.size() > IDS || !ids.stream().allMatch(Ids::isId)) {
        throw ProblemException.invalid("ids", "must be 1 to " + IDS + " ids");
      }
      return mark(userId, handle -> rows.read(handle, userId, ids, clock.instant()));
    }
    if (upTo != null && !Ids.isId(upTo)) {
      throw ProblemException.invalid("upTo", "is not an id");
    }
    return mark(
        userId,
        handle -> rows.readThrough(handle, userId, place(handle, userId, upTo), clock.instant()));
  }

  private @Nullable Place place(Handle handle, String userId, @Nullable String upTo) {
    if (upTo == null) {
      return null;
    }
    NotificationRow row =
        rows.find(handle, userId, upTo)
            .orElseThrow(() -> ProblemException.notFound("notification"));
    return place(row);
  }

  private Notification.Marked mark(String userId, Function<Handle, List<String>> which) {
    return database.write(
        handle ->
            new Notification.Marked(List.copyOf(which.apply(handle)), rows.unread(handle, userId)),
        marked -> {
          if (!marked.ids().isEmpty()) {
            broadcaster.toUsers(
                List.of(userId), new ServerEvent.NotificationRead(marked.ids(), marked.unread()));
          }
        });
  }

  /// Forgets what is too old or too much.
  void trim() {
    database.write(handle -> rows.trim(handle, clock.instant().minus(KEPT), MOST));
  }
}
