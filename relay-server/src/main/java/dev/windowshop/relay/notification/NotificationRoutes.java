package dev.windowshop.relay.notification;

import dev.windowshop.protocol.Notification;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Response;

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
                    Cursor.parse(request.query("cursor"), 2),
                    request.limit())));
    api.post(
        ALL + "/read",
        Access.USER,
        request ->
            Response.ok(
                notifications.read(
                    request.principal().userId(), request.body(Notification.Read.class))));
  }
}
