package dev.windowshop.relay.people;

import dev.windowshop.protocol.User;
import dev.windowshop.relay.realtime.Presence;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// People as others may see them. Called inside units of work.
public final class SeenPeople {
  private final Permissions permissions;
  private final Presence presence;

  public SeenPeople(Permissions permissions, Presence presence) {
    this.permissions = permissions;
    this.presence = presence;
  }

  /// With presence where this viewer sees it. Name and picture stay between people who blocked each
  /// other, since they may be in a group together; what they are up to doesn't.
  public Map<String, User> by(Handle handle, String viewer, Map<String, User> people) {
    Set<String> seen = permissions.seenBy(handle, viewer, people.keySet());
    Set<String> apart = permissions.apartFrom(handle, viewer, people.keySet());
    Map<String, User> shown = new HashMap<>();
    people.forEach((id, user) -> {
      User face = apart.contains(id) ? byAnybody(user) : user;
      shown.put(
          id,
          seen.contains(id)
              ? face.withPresence(presence.status(id), face.lastSeen())
              : new User(
                  id,
                  face.username(),
                  face.displayName(),
                  face.avatarUrl(),
                  face.bio(),
                  null,
                  null));
    });
    return shown;
  }

  /// What is fit for everybody, whoever they are: for broadcasts.
  public static User byAnybody(User user) {
    return new User(
        user.id(), user.username(), user.displayName(), user.avatarUrl(), null, null, null);
  }
}
