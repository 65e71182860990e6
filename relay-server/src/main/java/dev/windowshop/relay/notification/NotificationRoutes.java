package dev.windowshop.relay.notification;

import dev.windowshop.protocol.Notification;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.notification.NotificationRepository.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// REST of notifications.
final class NotificationRoutes {
  private static final String ALL = Protocol.API + "/notifications";

  private final NotificationService notifications;

  NotificationRoutes(NotificationService notifications) {
    this.notifications = notifications;
  }

  void register(HttpApi api) {
    api.get(
        ALL,
        Access.USER,
        request ->
            Response.ok(
                notifications.list(
                    request.principal().userId(),
                    after(Cursor.parse(request.query("cursor"), 2)),
                    request.limit(),
                    place ->
                        Cursor.of(Long.toString(place.updatedAt().toEpochMilli()), place.id()))));
    api.post(
        ALL + "/read",
        Access.USER,
        request ->
            Response.ok(
                notifications.read(
                    request.principal().userId(), request.body(Notification.Read.class))));
  }

  private static @Nullable Place after(@Nullable List<String> cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      return new Place(
          Instant.ofEpochMilli(Long.parseLong(cursor.get(0))), Cursor.id(cursor.get(1)));
    } catch (NumberFormatException e) {
      throw Cursor.bad();
    }
  }
}
