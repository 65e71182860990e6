package dev.windowshop.client.notification;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Notification;
import java.util.Collection;
import java.util.List;

/// What the screens see of the bell. Nothing blocks; it is there without the relay too.
public interface Notifications {
  /// The latest first; empty for a guest.
  Live<List<Notification>> all();

  /// Marks them as read, on all devices.
  void read(Collection<String> ids);

  default void readAll() {
    List<Notification> now = all().value();
    read(
        now == null
            ? List.of()
            : now.stream().filter(one -> one.readAt() == null).map(Notification::id).toList());
  }
}
