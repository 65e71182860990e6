package dev.windowshop.relay.db;

import java.nio.file.Path;
import java.time.Duration;

/// Which database, and what is said about it.
///
/// @param slowQuery statements that take longer are logged; zero for none
public record DatabaseConfig(DatabaseAddress address, Duration slowQuery) {
  public static final Duration SLOW = Duration.ofMillis(500);

  public static DatabaseConfig of(DatabaseAddress address) {
    return new DatabaseConfig(address, SLOW);
  }

  /// SQLite in this folder.
  public static DatabaseConfig inFolder(Path data) {
    return of(DatabaseAddress.inFolder(data));
  }

  public DatabaseConfig withAddress(DatabaseAddress other) {
    return new DatabaseConfig(other, slowQuery);
  }

  public DatabaseConfig withSlowQuery(Duration limit) {
    return new DatabaseConfig(address, limit);
  }
}
