package dev.windowshop.client.call;

import dev.windowshop.client.cache.Migration;
import java.util.List;

/// The table of past calls in the client's cache.
public final class CallSchema {
  private CallSchema() {}

  public static List<Migration> migrations() {
    return List.of(
        Migration.of(
            130,
            "past calls",
            """
            CREATE TABLE past_call (
              user_id TEXT NOT NULL,
              id TEXT NOT NULL,
              created_at INTEGER NOT NULL,
              json TEXT NOT NULL,
              PRIMARY KEY (user_id, id)
            ) STRICT
            """));
  }
}
