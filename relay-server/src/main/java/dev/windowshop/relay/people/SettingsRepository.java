package dev.windowshop.relay.people;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Audience;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Preferences;
import dev.windowshop.protocol.Settings;
import dev.windowshop.protocol.Settings.Privacy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What accounts have set, in SQL. Stateless.
public final class SettingsRepository {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  Optional<ObjectNode> find(Handle handle, String userId) {
    return handle
        .createQuery("SELECT value FROM user_settings WHERE user_id = :user")
        .bind("user", userId)
        .map((row, context) -> Json.decode(row.getString(1), ObjectNode.class))
        .findOne();
  }

  /// Those of these people who have set anything.
  Map<String, Privacy> privacyOf(Handle handle, Collection<String> userIds) {
    Map<String, Privacy> found = new HashMap<>();
    if (userIds.isEmpty()) {
      return found;
    }
    handle
        .createQuery(
            """
            SELECT user_id, may_message, may_call, may_add, sees_presence, finds_by_email,
                   sees_stories, sees_address, read_receipts
            FROM user_settings WHERE user_id IN (<users>)
            """)
        .bindList("users", List.copyOf(userIds))
        .map((row, context) -> Map.entry(row.getString("user_id"), privacy(row)))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  /// Those of these people who have set anything.
  Map<String, Settings.Notifications> notificationsOf(Handle handle, Collection<String> userIds) {
    Map<String, Settings.Notifications> found = new HashMap<>();
    if (userIds.isEmpty()) {
      return found;
    }
    handle
        .createQuery("SELECT user_id, value FROM user_settings WHERE user_id IN (<users>)")
        .bindList("users", List.copyOf(userIds))
        .map((row, context) ->
            Map.entry(
                row.getString(1), Json.decode(row.getString(2), Settings.class).notifications()))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  void save(Handle handle, String userId, ObjectNode value, Privacy privacy) {
    handle
        .createUpdate(
            """
            INSERT INTO user_settings (user_id, value, may_message, may_call, may_add,
                                       sees_presence, finds_by_email, sees_stories,
                                       sees_address, read_receipts)
            VALUES (:user, :value, :message, :call, :add, :presence, :email, :stories, :address,
                    :receipts)
            ON CONFLICT (user_id) DO UPDATE SET value = excluded.value,
              may_message = excluded.may_message, may_call = excluded.may_call,
              may_add = excluded.may_add, sees_presence = excluded.sees_presence,
              finds_by_email = excluded.finds_by_email, sees_stories = excluded.sees_stories,
              sees_address = excluded.sees_address,
              read_receipts = excluded.read_receipts
            """)
        .bind("user", userId)
        .bind("value", Json.encode(value))
        .bind("message", name(privacy.whoMayMessage()))
        .bind("call", name(privacy.whoMayCall()))
        .bind("add", name(privacy.whoMayAddToGroups()))
        .bind("presence", name(privacy.whoSeesPresence()))
        .bind("email", name(privacy.whoFindsMeByEmail()))
        .bind("stories", name(privacy.whoSeesStories()))
        .bind("address", name(privacy.whoSeesAddress()))
        .bind("receipts", privacy.readReceipts() ? 1 : 0)
        .execute();
  }

  /// What somebody likes to shop for; [Preferences#NONE] when they never said.
  public Preferences preferences(Handle handle, String userId) {
    return handle
        .createQuery("SELECT * FROM user_preferences WHERE user_id = :user")
        .bind("user", userId)
        .map((row, context) ->
            new Preferences(
                Json.decode(row.getString("categories"), TEXTS),
                Json.decode(row.getString("brands"), TEXTS),
                row.getObject("min_price") == null ? null : row.getLong("min_price"),
                row.getObject("max_price") == null ? null : row.getLong("max_price")))
        .findOne()
        .orElse(Preferences.NONE);
  }

  void savePreferences(Handle handle, String userId, Preferences preferences) {
    handle
        .createUpdate(
            """
            INSERT INTO user_preferences (user_id, categories, brands, min_price, max_price)
            VALUES (:user, :categories, :brands, :min, :max)
            ON CONFLICT (user_id) DO UPDATE SET categories = excluded.categories,
              brands = excluded.brands, min_price = excluded.min_price,
              max_price = excluded.max_price
            """)
        .bind("user", userId)
        .bind("categories", Json.encode(preferences.categories()))
        .bind("brands", Json.encode(preferences.brands()))
        .bind("min", preferences.minPrice())
        .bind("max", preferences.maxPrice())
        .execute();
  }

  private static Privacy privacy(ResultSet row) throws SQLException {
    return new Privacy(
        audience(row.getString("may_message")),
        audience(row.getString("may_call")),
        audience(row.getString("may_add")),
        audience(row.getString("sees_presence")),
        audience(row.getString("finds_by_email")),
        audience(row.getString("sees_stories")),
        audience(row.getString("sees_address")),
        row.getInt("read_receipts") != 0);
  }

  private static Audience audience(String name) {
    return Audience.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static String name(Audience audience) {
    return audience.name().toLowerCase(Locale.ROOT);
  }
}
