package dev.windowshop.relay.notification;

import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.people.Permissions;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Clock;

/// Notifications, wired.
public final class NotificationFeature {
  private final Notifier notifier;
  private final NotificationService service;
  private final NotificationRoutes routes;
  private final NotificationData data;

  public NotificationFeature(
      Database database,
      Permissions permissions,
      Places places,
      UserRepository users,
      Broadcaster broadcaster,
      Clock clock) {
    NotificationRepository rows = new NotificationRepository();
    this.notifier = new Notifier(permissions, places, users, clock);
    this.service =
        new NotificationService(
            database, rows, new NotificationReader(places, users), broadcaster, clock);
    this.routes = new NotificationRoutes(service);
    this.data = new NotificationData(rows);
  }

  /// For the features where things happen.
  public Notifier notifier() {
    return notifier;
  }

  public void routes(HttpApi api) {
    routes.register(api);
  }

  public PersonalData personalData() {
    return data;
  }

  /// Forgets what is too old or too much; run now and then.
  public void trim() {
    service.trim();
  }
}
