package dev.windowshop.client.notification;

import dev.windowshop.client.cache.Migration;
import java.util.List;

/// The bell's tables in the client's cache.
public final class NotificationSchema {
  private NotificationSchema() {}

  public static List<Migration> migrations() {
    return List.of(
        Migration.of(
            101,
            "notification",
            """
            CREATE TABLE notification (
              user_id TEXT NOT NULL,
              id TEXT NOT NULL,
              json TEXT NOT NULL,
              updated_at INTEGER NOT NULL,
              -- When it was read, here or elsewhere; null while it is not.
              read_at INTEGER,
              PRIMARY KEY (user_id, id)
            ) STRICT
            """,
            // Read here and not yet told to the relay: up to what it said then.
            """
            CREATE TABLE notification_read (
              user_id TEXT NOT NULL,
              id TEXT NOT NULL,
              updated_at INTEGER NOT NULL,
              PRIMARY KEY (user_id, id)
            ) STRICT
            """));
  }
}
