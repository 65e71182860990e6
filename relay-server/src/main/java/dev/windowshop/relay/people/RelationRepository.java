package dev.windowshop.relay.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Contacts and blocks in SQL. Stateless.
final class RelationRepository {
  /// Somebody in a list, by when they were put into it.
  record Listed(String userId, long at) {}

  boolean addContact(Handle handle, String userId, String contactId, Instant at) {
    return add(
        handle,
        "INSERT INTO contacts (user_id, contact_id, created_at) VALUES (:user, :other, :at)"
            + " ON CONFLICT DO NOTHING",
        userId,
        contactId,
        at);
  }

  boolean removeContact(Handle handle, String userId, String contactId) {
    return remove(
        handle,
        "DELETE FROM contacts WHERE user_id = :user AND contact_id = :other",
        userId,
        contactId);
  }

  boolean addBlock(Handle handle, String userId, String blockedId, Instant at) {
    return add(
        handle,
        "INSERT INTO blocks (user_id, blocked_id, created_at) VALUES (:user, :other, :at)"
            + " ON CONFLICT DO NOTHING",
        userId,
        blockedId,
        at);
  }

  boolean removeBlock(Handle handle, String userId, String blockedId) {
    return remove(
        handle,
        "DELETE FROM blocks WHERE user_id = :user AND blocked_id = :other",
        userId,
        blockedId);
  }

  /// The newest first.
  List<Listed> contacts(Handle handle, String userId, Listed before, int limit) {
    return page(
        handle,
        """
        SELECT contact_id AS other, created_at FROM contacts WHERE user_id = :user
          AND (created_at < :at OR (created_at = :at AND contact_id < :before))
        ORDER BY created_at DESC, contact_id DESC LIMIT :limit
        """,
        userId,
        before,
        limit);
  }

  /// The newest first.
  List<Listed> blocks(Handle handle, String userId, Listed before, int limit) {
    return page(
        handle,
        """
        SELECT blocked_id AS other, created_at FROM blocks WHERE user_id = :user
          AND (created_at < :at OR (created_at = :at AND blocked_id < :before))
        ORDER BY created_at DESC, blocked_id DESC LIMIT :limit
        """,
        userId,
        before,
        limit);
  }

  /// How one user stands to another.
  PrivacyRules.Standing standing(Handle handle, String from, String to) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT 1 FROM blocks WHERE user_id = :to AND blocked_id = :from),
                   EXISTS (SELECT 1 FROM blocks WHERE user_id = :from AND blocked_id = :to),
                   EXISTS (SELECT 1 FROM contacts WHERE user_id = :to AND contact_id = :from)
            """)
        .bind("from", from)
        .bind("to", to)
        .map((row, context) ->
            new PrivacyRules.Standing(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
        .one();
  }

  /// Those of the others whom this user has blocked.
  Set<String> blockedBy(Handle handle, String userId, Collection<String> others) {
    return among(
        handle,
        "SELECT blocked_id FROM blocks WHERE user_id = :user AND blocked_id IN (<others>)",
        userId,
        others);
  }

  /// Those of the others who have blocked this user.
  Set<String> blockersOf(Handle handle, String userId, Collection<String> others) {
    return among(
        handle,
        "SELECT user_id FROM blocks WHERE blocked_id = :user AND user_id IN (<others>)",
        userId,
        others);
  }

  /// Those of the others who are in this user's contacts.
  Set<String> contactsAmong(Handle handle, String userId, Collection<String> others) {
    return among(
        handle,
        "SELECT contact_id FROM contacts WHERE user_id = :user AND contact_id IN (<others>)",
        userId,
        others);
  }

  /// Those of the others whose contacts this user is in.
  Set<String> havingAsContact(Handle handle, String userId, Collection<String> others) {
    return among(
        handle,
        "SELECT user_id FROM contacts WHERE contact_id = :user AND user_id IN (<others>)",
        userId,
        others);
  }

  private static boolean add(Handle handle, String sql, String userId, String otherId, Instant at) {
    return handle
            .createUpdate(sql)
            .bind("user", userId)
            .bind("other", otherId)
            .bind("at", at.toEpochMilli())
            .execute()
        == 1;
  }

  private static boolean remove(Handle handle, String sql, String userId, String otherId) {
    return handle.createUpdate(sql).bind("user", userId).bind("other", otherId).execute() == 1;
  }

  private static List<Listed> page(
      Handle handle, String sql, String userId, Listed before, int limit) {
    return handle
        .createQuery(sql)
        .bind("user", userId)
        .bind("at", before.at())
        .bind("before", before.userId())
        .bind("limit", limit)
        .map((row, context) -> new Listed(row.getString("other"), row.getLong("created_at")))
        .list();
  }

  private static Set<String> among(
      Handle handle, String sql, String userId, Collection<String> others) {
    if (others.isEmpty()) {
      return Set.of();
    }
    return handle
        .createQuery(sql)
        .bind("user", userId)
        .bindList("others", List.copyOf(others))
        .mapTo(String.class)
        .stream()
        .collect(Collectors.toSet());
  }

  /// Whether this account was deleted.
  boolean isGone(Handle handle, String userId) {
    return handle
        .createQuery("SELECT 1 FROM users WHERE id = :user AND deleted_at IS NOT NULL")
        .bind("user", userId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
