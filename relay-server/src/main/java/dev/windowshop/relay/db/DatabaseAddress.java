package dev.windowshop.relay.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where a relay's data is: a SQLite file or a PostgreSQL database. Immutable; prints no password.
public sealed interface DatabaseAddress {
  /// One file, for one machine.
  record Sqlite(Path file) implements DatabaseAddress {
    @Override
    public String toString() {
      return "SQLite " + file;
    }
  }

  /// A database of a PostgreSQL server.
  ///
  /// @param password null when the server asks for none, or `.pgpass` holds it
  /// @param settings the driver's own, such as `sslmode`
  record Postgres(
      String host,
      int port,
      String database,
      @Nullable String user,
      @Nullable String password,
      Map<String, String> settings)
      implements DatabaseAddress {
    public Postgres {
      settings = Map.copyOf(settings);
    }

    @Override
    public String toString() {
      return "PostgreSQL " + host + ":" + port + "/" + database;
    }
  }

  /// The SQLite file that a data folder has when nothing else is said.
  static DatabaseAddress inFolder(Path data) {
    return new Sqlite(data.resolve("relay.db"));
  }

  /// @param text `postgresql://user:password@host:port/db?sslmode=…` (also with `jdbc:` before it),
  ///   `sqlite:FILE` or a file's name
  /// @throws IllegalArgumentException when it is none of these; the message is a whole sentence and
  ///   repeats nothing of what was given, which may be a password
  static DatabaseAddress parse(String text) {
    String url = text.strip().replaceFirst("^jdbc:", "");
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("postgresql:") || lower.startsWith("postgres:")) {
      return postgres(url);
    }
    if (lower.startsWith("sqlite:")) {
      return file(url.substring("sqlite:".length()));
    }
    if (url.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      throw new IllegalArgumentException(
          "The database must be a file (SQLite) or begin with postgresql://.");
    }
    return file(url);
  }

  private static DatabaseAddress file(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The database has no name.");
    }
    return new Sqlite(Path.of(name));
  }

  private static DatabaseAddress postgres(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      // No cause: its message holds the address, and with it the password.
      throw new IllegalArgumentException(
          "The database's address can't be understood. Write"
              + " postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with %xx for special characters.");
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
    if (uri.getHost() == null || path.isEmpty() || path.contains("/")) {
      throw new IllegalArgumentException(
          "The database's address needs a host and a database, as in"
              + " postgresql://USER:PASSWORD@HOST:PORT/DATABASE.");
    }
    Map<String, String> settings = query(uri.getRawQuery());
    String user = settings.remove("user");
    String password = settings.remove("password");
    if (uri.getRawUserInfo() != null) {
      String[] parts = uri.getRawUserInfo().split(":", 2);
      user = decode(parts[0]);
      password = parts.length == 2 ? decode(parts[1]) : password;
    }
    return new Postgres(
        uri.getHost(),
        uri.getPort() < 0 ? 5432 : uri.getPort(),
        decode(path),
        user,
        password,
        settings);
  }

  private static Map<String, String> query(@Nullable String query) {
    Map<String, String> settings = new TreeMap<>();
    if (query != null && !query.isEmpty()) {
      for (String pair : query.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        settings.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
      }
    }
    return settings;
  }

  /// A plus stays one: it is common in passwords, and only forms mean a space by it.
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
