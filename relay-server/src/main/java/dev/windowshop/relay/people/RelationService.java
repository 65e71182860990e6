package dev.windowshop.relay.people;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Contacts and blocks. Blocks its caller, a virtual thread.
final class RelationService {
  /// @param next where the list goes on, null at its end
  record Listing(List<User> people, RelationRepository.@Nullable Listed next) {}

  private static final RelationRepository.Listed START =
      new RelationRepository.Listed("z", Long.MAX_VALUE);

  private final Database database;
  private final UserRepository users;
  private final RelationRepository relations;
  private final SeenPeople seen;
  private final PersonalItems personal;
  private final Broadcaster broadcaster;
  private final PresenceNews presenceNews;
  private final Clock clock;

  RelationService(
      Database database,
      UserRepository users,
      RelationRepository relations,
      SeenPeople seen,
      PersonalItems personal,
      Broadcaster broadcaster,
      PresenceNews presenceNews,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.relations = relations;
    this.seen = seen;
    this.personal = personal;
    this.broadcaster = broadcaster;
    this.presenceNews = presenceNews;
    this.clock = clock;
  }

  Listing contacts(String userId, RelationRepository.@Nullable Listed before, int limit) {
    return database.read(handle ->
        page(
            handle,
            userId,
            relations.contacts(handle, userId, before == null ? START : before, limit + 1),
            limit));
  }

  Listing blocks(String userId, RelationRepository.@Nullable Listed before, int limit) {
    return database.read(handle ->
        page(
            handle,
            userId,
            relations.blocks(handle, userId, before == null ? START : before, limit + 1),
            limit));
  }

  User addContact(String userId, String otherId) {
    requireOther(userId, otherId);
    change(
        userId,
        "contacts",
        handle -> {
          requireSomebody(handle, otherId);
          if (!relations.blockedBy(handle, userId, List.of(otherId)).isEmpty()) {
            throw ProblemException.forbidden("You've blocked them. Unblock them first.");
          }
          return relations.addContact(handle, userId, otherId, clock.instant());
        });
    presenceNews.tellAgain(userId);
    return database.read(handle ->
        Objects.requireNonNull(
            seen.by(handle, userId, users.byIds(handle, List.of(otherId))).get(otherId)));
  }

  void removeContact(String userId, String otherId) {
    if (change(userId, "contacts", handle -> relations.removeContact(handle, userId, otherId))) {
      presenceNews.tellAgain(userId);
    }
  }

  /// Ends all direct contact, both ways. They are not told.
  void block(String userId, String otherId) {
    requireOther(userId, otherId);
    boolean changed =
        change(
            userId,
            "blocks",
            handle -> {
              requireSomebody(handle, otherId);
              relations.removeContact(handle, userId, otherId);
              return relations.addBlock(handle, userId, otherId, clock.instant());
            });
    if (changed) {
      presenceNews.tellAgain(userId);
      presenceNews.tellAgain(otherId);
    }
  }

  void unblock(String userId, String otherId) {
    if (change(userId, "blocks", handle -> relations.removeBlock(handle, userId, otherId))) {
      presenceNews.tellAgain(userId);
      presenceNews.tellAgain(otherId);
    }
  }

  /// @return whether anything changed, which the user's devices then hear
  private boolean change(String userId, String kind, Predicate<Handle> work) {
    return database
            .write(
                handle ->
                    work.test(handle)
                        ? List.of(
                            personal.put(handle, userId, kind, Json.mapper().createObjectNode()))
                        : List.<Sync.PersonalItem>of(),
                items ->
                    items.forEach(item ->
                        broadcaster.toUsers(
                            List.of(userId), new ServerEvent.PersonalChanged(item))))
            .size()
        == 1;
  }

  private Listing page(
      Handle handle, String userId, List<RelationRepository.Listed> found, int limit) {
    List<RelationRepository.Listed> shown = found.subList(0, Math.min(limit, found.size()));
    Map<String, User> people =
        seen.by(
            handle,
            userId,
            users.byIds(handle, shown.stream().map(RelationRepository.Listed::userId).toList()));
    return new Listing(
        shown.stream().map(listed -> people.get(listed.userId())).filter(Objects::nonNull).toList(),
        found.size() > limit ? shown.getLast() : null);
  }

  private void requireSomebody(Handle handle, String id) {
    if (users.byId(handle, id).isEmpty()) {
      throw ProblemException.notFound("user");
    }
  }

  private static void requireOther(String userId, String otherId) {
    if (userId.equals(otherId)) {
      throw ProblemException.invalid("userId", "is yourself");
    }
  }
}
