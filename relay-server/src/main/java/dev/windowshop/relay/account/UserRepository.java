package dev.windowshop.relay.account;

import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.User;
import dev.windowshop.protocol.UserRole;
import dev.windowshop.relay.db.Direct;
import dev.windowshop.relay.realtime.Presence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Users in SQL. Stateless.
public final class UserRepository implements Presence.Memory {
  private static final String COLUMNS =
      "id, username, display_name, avatar_url, bio, bio_until, last_seen_at FROM users";

  /// What signing in needs to know.
  ///
  /// @param passwordHash null when nobody can sign in with a password
  public record Credentials(String userId, @Nullable String passwordHash) {
    @Override
    public String toString() {
      return "Credentials[" + userId + ", [REDACTED]]";
    }
  }

  /// A row to insert.
  public record NewUser(
      String id,
      String username,
      String email,
      String displayName,
      @Nullable String avatarUrl,
      @Nullable String bio,
      @Nullable String passwordHash,
      Instant createdAt) {
    @Override
    public String toString() {
      return "NewUser[" + username + ", [REDACTED]]";
    }
  }

  /// Those of the ids that exist and were not deleted, without presence.
  public Map<String, User> byIds(Handle handle, Collection<String> ids) {
    Map<String, User> users = new HashMap<>();
    if (ids.isEmpty()) {
      return users;
    }
    if (ids.size() == 1) {
      User user =
          Direct.first(
              handle,
              "SELECT " + COLUMNS + " WHERE id = ? AND deleted_at IS NULL",
              UserRepository::user,
              ids.iterator().next());
      if (user != null) {
        users.put(user.id(), user);
      }
      return users;
    }
    handle
        .createQuery("SELECT " + COLUMNS + " WHERE id IN (<ids>) AND deleted_at IS NULL")
        .bindList("ids", List.copyOf(Set.copyOf(ids)))
        .map((rs, context) -> user(rs))
        .forEach(user -> users.put(user.id(), user));
    return users;
  }

  public Optional<User> byId(Handle handle, String id) {
    return Optional.ofNullable(byIds(handle, List.of(id)).get(id));
  }

  public Optional<String> idOf(Handle handle, String username) {
    return handle
        .createQuery("SELECT id FROM users WHERE username_key = :key")
        .bind("key", Names.key(username))
        .mapTo(String.class)
        .findOne();
  }

  /// @param login a user name or an email
  public Optional<Credentials> credentials(Handle handle, String login) {
    return handle
        .createQuery(
            "SELECT id, password_hash FROM users WHERE username_key = :key OR email_key = :key")
        .bind("key", Names.key(login))
        .map((rs, context) -> new Credentials(rs.getString(1), rs.getString(2)))
        .findFirst();
  }

  public Optional<String> passwordHash(Handle handle, String id) {
    return handle
        .createQuery("SELECT password_hash FROM users WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  /// The same password, hashed anew.
  ///
  /// @return whether nobody has changed it since
  public boolean renewPassword(Handle handle, String id, String hash, String renewed) {
    return handle
            .createUpdate(
                "UPDATE users SET password_hash = :renewed WHERE id = :id AND password_hash = :hash")
            .bind("renewed", renewed)
            .bind("id", id)
            .bind("hash", hash)
            .execute()
        > 0;
  }

  public void setPassword(Handle handle, String id, String hash) {
    handle
        .createUpdate("UPDATE users SET password_hash = :hash WHERE id = :id")
        .bind("hash", hash)
        .bind("id", id)
        .execute();
  }

  public Optional<Me> me(Handle handle, String id) {
    return handle
        .createQuery(
            """
            SELECT u.id, username, email, display_name, u.avatar_url, bio, s.id AS shop_id,
                   u.created_at, bio_until, role, presence
            FROM users u LEFT JOIN shops s ON s.owner_id = u.id
            WHERE u.id = :id
            """)
        .bind("id", id)
        .map((rs, context) ->
            new Me(
                rs.getString("id"),
                rs.getString("username"),
                rs.getString("email"),
                rs.getString("display_name"),
                rs.getString("avatar_url"),
                bio(rs),
                rs.getString("shop_id"),
                Instant.ofEpochMilli(rs.getLong("created_at")),
                bio(rs) == null ? null : instant(rs, "bio_until"),
                UserRole.valueOf(rs.getString("role").toUpperCase(Locale.ROOT)),
                PresenceStatus.valueOf(rs.getString("presence").toUpperCase(Locale.ROOT))))
        .findOne();
  }

  /// @return the field that another user has already: `username` or `email`
  public Optional<String> insert(Handle handle, NewUser user) {
    String usernameKey = Names.key(user.username());
    String emailKey = emailKey(user.id(), user.email());
    if (isRetired(handle, user.username(), user.createdAt())) {
      return Optional.of("username");
    }
    boolean inserted =
        handle
                .createUpdate(
                    """
                    INSERT INTO users (id, username, username_key, email, email_key, display_name,
                                       avatar_url, bio, password_hash, created_at)
                    VALUES (:id, :username, :usernameKey, :email, :emailKey, :displayName,
                            :avatarUrl, :bio, :passwordHash, :createdAt)
                    ON CONFLICT DO NOTHING
                    """)
                .bind("id", user.id())
                .bind("username", user.username())
                .bind("usernameKey", usernameKey)
                .bind("email", user.email())
                .bind("emailKey", emailKey)
                .bind("displayName", user.displayName())
                .bind("avatarUrl", user.avatarUrl())
                .bind("bio", user.bio())
                .bind("passwordHash", user.passwordHash())
                .bind("createdAt", user.createdAt().toEpochMilli())
                .execute()
            == 1;
    if (inserted) {
      return Optional.empty();
    }
    return Optional.of(idOf(handle, user.username()).isPresent() ? "username" : "email");
  }

  /// Leaves a row without anything personal, and keeps the user name from being taken for a while.
  void erase(Handle handle, String id, Instant now, Instant nameUntil) {
    handle
        .createQuery("SELECT username FROM users WHERE id = :id AND deleted_at IS NULL")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .ifPresent(username -> retire(handle, username, nameUntil));
    handle
        .createUpdate(
            """
            UPDATE users SET username = 'deleted', username_key = :key, email = '',
                   email_key = :emailKey, display_name = 'Deleted account', avatar_url = NULL,
                   bio = NULL, bio_until = NULL, password_hash = NULL, last_seen_at = NULL,
                   email_verified_at = NULL, role = 'user', deleted_at = :now
            WHERE id = :id
            """)
        .bind("key", "deleted:" + id)
        .bind("emailKey", emailKey(id, ""))
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  /// Keeps a user name from being taken for a while, without keeping the name itself.
  void retire(Handle handle, String username, Instant until) {
    handle
        .createUpdate(
            """
            INSERT INTO retired_names (name_hash, until) VALUES (:hash, :until)
            ON CONFLICT (name_hash) DO UPDATE SET until = excluded.until
            """)
        .bind("hash", RefreshTokens.hash(Names.key(username)))
        .bind("until", until.toEpochMilli())
        .execute();
  }

  void forgetRetired(Handle handle, Instant now) {
    handle
        .createUpdate("DELETE FROM retired_names WHERE until <= :now")
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static boolean isRetired(Handle handle, String username, Instant now) {
    return handle
        .createQuery("SELECT 1 FROM retired_names WHERE name_hash = :hash AND until > :now")
        .bind("hash", RefreshTokens.hash(Names.key(username)))
        .bind("now", now.toEpochMilli())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// Who only signs in through a provider may have no email: what is unique then is the id.
  private static String emailKey(String id, String email) {
    return email.isEmpty() ? "none:" + id : Names.key(email);
  }

  /// @param verifiedAt null when nobody has proven it
  /// @return false when somebody else has this email
  public boolean setEmail(Handle handle, String id, String email, @Nullable Instant verifiedAt) {
    if (idOfEmail(handle, email).filter(other -> !other.equals(id)).isPresent()) {
      return false;
    }
    handle
        .createUpdate(
            """
            UPDATE users SET email = :email, email_key = :key, email_verified_at = :verifiedAt
            WHERE id = :id
            """)
        .bind("email", email)
        .bind("key", emailKey(id, email))
        .bind("verifiedAt", verifiedAt == null ? null : verifiedAt.toEpochMilli())
        .bind("id", id)
        .execute();
    return true;
  }

  public Optional<String> idOfEmail(Handle handle, String email) {
    return handle
        .createQuery("SELECT id FROM users WHERE email_key = :key")
        .bind("key", Names.key(email))
        .mapTo(String.class)
        .findOne();
  }

  public boolean isEmailVerified(Handle handle, String id) {
    return handle
        .createQuery("SELECT 1 FROM users WHERE id = :id AND email_verified_at IS NOT NULL")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// Whether this is the picture of anybody.
  public boolean shows(Handle handle, String avatarUrl) {
    return handle
        .createQuery("SELECT 1 FROM users WHERE avatar_url = :url LIMIT 1")
        .bind("url", avatarUrl)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// A null leaves the field as it is, an empty text clears it.
  public void patch(Handle handle, String id, Me.Patch patch) {
    handle
        .createUpdate(
            """
            UPDATE users SET display_name = coalesce(:displayName, display_name),
                   bio = nullif(coalesce(:bio, bio), ''),
                   bio_until = CASE WHEN CAST(:bio AS TEXT) IS NULL THEN bio_until ELSE :until END,
                   avatar_url = nullif(coalesce(:avatarUrl, avatar_url), '')
            WHERE id = :id
            """)
        .bind("displayName", patch.displayName())
        .bind("bio", patch.bio())
        .bind("until", patch.bioUntil() == null ? null : patch.bioUntil().toEpochMilli())
        .bind("avatarUrl", patch.avatarUrl())
        .bind("id", id)
        .execute();
  }

  /// By user name.
  ///
  /// @param after normalised user name of the last one already seen, or empty
  public List<String> idsAfter(Handle handle, String after, int limit) {
    return handle
        .createQuery(
            "SELECT id FROM users WHERE username_key > :after ORDER BY username_key LIMIT :limit")
        .bind("after", after)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /// What they may do on the whole relay; nothing for nobody.
  public Optional<UserRole> role(Handle handle, String id) {
    return handle
        .createQuery("SELECT role FROM users WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .map(name -> UserRole.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  public void setRole(Handle handle, String id, UserRole role) {
    handle
        .createUpdate("UPDATE users SET role = :role WHERE id = :id")
        .bind("role", role.name().toLowerCase(Locale.ROOT))
        .bind("id", id)
        .execute();
  }

  public List<String> moderators(Handle handle) {
    return handle
        .createQuery("SELECT id FROM users WHERE role <> 'user'")
        .mapTo(String.class)
        .list();
  }

  @Override
  public void seen(Handle handle, String id, Instant at) {
    handle
        .createUpdate("UPDATE users SET last_seen_at = :at WHERE id = :id")
        .bind("at", at.toEpochMilli())
        .bind("id", id)
        .execute();
  }

  @Override
  public PresenceStatus chosenPresence(Handle handle, String id) {
    return handle
        .createQuery("SELECT presence FROM users WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .map(name -> PresenceStatus.valueOf(name.toUpperCase(Locale.ROOT)))
        .orElse(PresenceStatus.ONLINE);
  }

  public void choosePresence(Handle handle, String id, PresenceStatus status) {
    handle
        .createUpdate("UPDATE users SET presence = :presence WHERE id = :id")
        .bind("presence", status.name().toLowerCase(Locale.ROOT))
        .bind("id", id)
        .execute();
  }

  private static User user(ResultSet rs) throws SQLException {
    return new User(
        rs.getString("id"),
        rs.getString("username"),
        rs.getString("display_name"),
        rs.getString("avatar_url"),
        bio(rs),
        null,
        instant(rs, "last_seen_at"));
  }

  /// The line, unless its time is over.
  private static @Nullable String bio(ResultSet rs) throws SQLException {
    Instant until = instant(rs, "bio_until");
    return until != null && until.isBefore(Instant.now()) ? null : rs.getString("bio");
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    long millis = rs.getLong(column);
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }
}
