package dev.windowshop.relay.notification;

import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.people.Permissions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Keeps what people may have missed, as far as they want to hear of it: nothing of a conversation
/// that they have muted, of somebody whom a block keeps apart from them, or that their settings
/// switch off. Stateless; runs inside the unit of work in which it happens, so that neither is
/// there without the other.
public final class Notifier {
  private final NotificationRepository rows = new NotificationRepository();
  private final Permissions permissions;
  private final Places places;
  private final NotificationReader reader;
  private final Clock clock;

  public Notifier(Permissions permissions, Places places, UserRepository users, Clock clock) {
    this.permissions = permissions;
    this.places = places;
    this.reader = new NotificationReader(places, users);
    this.clock = clock;
  }

  /// @param userIds who did it themselves is not told
  public List<Told> raise(Handle handle, Collection<String> userIds, Happening happening) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Told> told = new ArrayList<>();
    // In one order for everybody, so that no two wait for each other.
    for (String userId : new TreeSet<>(wanting(handle, userIds, happening))) {
      rows.raise(handle, userId, happening, now)
          .ifPresent(row ->
              told.add(
                  new Told(
                      userId,
                      new ServerEvent.NotificationRaised(
                          reader.one(handle, row), rows.unread(handle, userId)))));
    }
    return told;
  }

  /// They have read the conversation so far.
  public List<Told> readUpTo(Handle handle, String userId, String conversationId, long seq) {
    return told(handle, userId, rows.readUpTo(handle, userId, conversationId, seq, now()));
  }

  /// An invite was answered or taken back: nobody has to look at it any more.
  public List<Told> settled(Handle handle, String inviteId) {
    List<Told> told = new ArrayList<>();
    for (String userId : rows.unreadOfInvite(handle, inviteId)) {
      told.addAll(told(handle, userId, rows.readInvite(handle, userId, inviteId, now())));
    }
    return told;
  }

  private List<Told> told(Handle handle, String userId, List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : List.of(
            new Told(userId, new ServerEvent.NotificationRead(ids, rows.unread(handle, userId))));
  }

  private Instant now() {
    return clock.instant();
  }

  private Set<String> wanting(Handle handle, Collection<String> userIds, Happening happening) {
    Set<String> wanting = new TreeSet<>(userIds);
    String actorId = happening.actorId();
    if (actorId != null) {
      wanting.remove(actorId);
      if (!wanting.isEmpty()) {
        wanting.removeAll(permissions.apartFrom(handle, actorId, wanting));
      }
    }
    String conversationId = happening.target().conversationId();
    if (conversationId != null && !wanting.isEmpty()) {
      wanting.removeAll(places.muting(handle, conversationId, wanting));
    }
    return wanting.isEmpty()
        ? wanting
        : permissions.wanting(handle, wanting, happening.topic()::isOn);
  }
}
