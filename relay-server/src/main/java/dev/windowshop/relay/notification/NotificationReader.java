package dev.windowshop.relay.notification;

import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Notification;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.account.UserRepository;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes wire records of stored notifications: names and words are looked up, so that nothing stays
/// here of a message that was deleted. Stateless; runs inside the caller's unit of work.
final class NotificationReader {
  private static final int PREVIEW = 140;

  private final Places places;
  private final UserRepository users;

  NotificationReader(Places places, UserRepository users) {
    this.places = places;
    this.users = users;
  }

  Notification one(Handle handle, NotificationRow row) {
    return all(handle, row.userId(), List.of(row)).getFirst();
  }

  List<Notification> all(Handle handle, String readerId, List<NotificationRow> rows) {
    Map<String, User> actors =
        users.byIds(
            handle,
            rows.stream()
                .map(NotificationRow::actorId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<String, String> texts =
        places.texts(handle, readerId, named(rows, Notification.Target::messageId));
    Map<String, String> names =
        places.names(handle, named(rows, Notification.Target::conversationId));
    return rows.stream()
        .map(row ->
            new Notification(
                row.id(),
                row.kind(),
                actor(row.actorId(), actors),
                row.count(),
                row.what(),
                row.target().conversationId() == null
                    ? row.title()
                    : names.get(row.target().conversationId()),
                row.target().messageId() == null
                    ? null
                    : shortened(texts.get(row.target().messageId())),
                row.target(),
                row.createdAt(),
                row.updatedAt(),
                row.readAt()))
        .toList();
  }

  private static Set<String> named(
      List<NotificationRow> rows,
      java.util.function.Function<Notification.Target, @Nullable String> field) {
    return rows.stream()
        .map(row -> field.apply(row.target()))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static Message.@Nullable Sender actor(@Nullable String id, Map<String, User> found) {
    if (id == null) {
      return null;
    }
    User user = found.get(id);
    return user == null
        ? new Message.Sender(id, "deleted", "Deleted account", null)
        : new Message.Sender(id, user.username(), user.displayName(), user.avatarUrl());
  }

  private static @Nullable String shortened(@Nullable String text) {
    if (text == null || text.codePointCount(0, text.length()) <= PREVIEW) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, PREVIEW - 1)) + "…";
  }
}
