package dev.windowshop.relay.db;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The few named values that the relay itself must remember.
public final class RelayState {
  private RelayState() {}

  public static Optional<String> get(Handle handle, String name) {
    return handle
        .createQuery("SELECT value FROM relay_state WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  public static void put(Handle handle, String name, String value) {
    handle
        .createUpdate(
            """
            INSERT INTO relay_state (name, value) VALUES (:name, :value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
        .bind("name", name)
        .bind("value", value)
        .execute();
  }

  /// Keeps what is there, or else this value.
  ///
  /// @return what is there now
  public static String init(Handle handle, String name, String value) {
    handle
        .createUpdate(
            "INSERT INTO relay_state (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING")
        .bind("name", name)
        .bind("value", value)
        .execute();
    return get(handle, name).orElse(value);
  }

  /// Raises a counter that starts at 0.
  public static long raise(Handle handle, String name) {
    return Long.parseLong(
        handle
            .createQuery(
                """
                INSERT INTO relay_state (name, value) VALUES (:name, '1')
                ON CONFLICT (name) DO UPDATE
                  SET value = CAST(CAST(relay_state.value AS BIGINT) + 1 AS TEXT)
                RETURNING value
                """)
            .bind("name", name)
            .mapTo(String.class)
            .one());
  }
}
