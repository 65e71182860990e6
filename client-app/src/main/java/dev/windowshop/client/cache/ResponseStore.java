package dev.windowshop.client.cache;

import dev.windowshop.client.net.ResponseCache;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The relay's last answers with their tags; the oldest go when there are too many. Thread-safe.
public final class ResponseStore implements ResponseCache {
  private static final int KEPT = 400;

  private final ClientDatabase database;

  public ResponseStore(ClientDatabase database) {
    this.database = database;
  }

  public static List<Migration> migrations() {
    return List.of(
        Migration.of(
            1,
            "responses",
            """
            CREATE TABLE response (
              url TEXT PRIMARY KEY,
              etag TEXT NOT NULL,
              body BLOB NOT NULL,
              stored_at INTEGER NOT NULL
            ) STRICT
            """));
  }

  @Override
  public @Nullable Entry find(String url) {
    Optional<Entry> found =
        database.read(connection -> {
          try (PreparedStatement query =
              connection.prepareStatement("SELECT etag, body FROM response WHERE url = ?")) {
            query.setString(1, url);
            try (ResultSet rows = query.executeQuery()) {
              return rows.next()
                  ? Optional.of(new Entry(rows.getString(1), rows.getBytes(2)))
                  : Optional.empty();
            }
          }
        });
    return found.orElse(null);
  }

  @Override
  public void store(String url, Entry entry) {
    database.executeRelaxed(connection -> {
      try (PreparedStatement update =
              connection.prepareStatement(
                  "INSERT OR REPLACE INTO response (url, etag, body, stored_at)"
                      + " VALUES (?, ?, ?, ?)");
          PreparedStatement trim =
              connection.prepareStatement(
                  """
                  DELETE FROM response WHERE url IN (
                    SELECT url FROM response ORDER BY stored_at DESC LIMIT -1 OFFSET ?)
                  """)) {
        update.setString(1, url);
        update.setString(2, entry.etag());
        update.setBytes(3, entry.body());
        update.setLong(4, System.currentTimeMillis());
        update.executeUpdate();
        trim.setInt(1, KEPT);
        trim.executeUpdate();
      }
    });
  }
}
