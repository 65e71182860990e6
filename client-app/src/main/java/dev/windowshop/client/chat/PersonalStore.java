package dev.windowshop.client.chat;

import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Personal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Drafts, marks of being unread and how long something is muted, with what the relay has not been
/// told of them. Works inside the caller's transaction.
final class PersonalStore {
  /// @param untold what the relay has yet to be told; null when it knows everything
  record Kept(String conversationId, Own own, @Nullable Personal untold) {}

  Kept find(Connection connection, String conversationId) throws SQLException {
    Kept kept =
        Rows.first(
            connection,
            "SELECT * FROM personal WHERE conversation_id = ?",
            PersonalStore::kept,
            conversationId);
    return kept == null ? new Kept(conversationId, Own.NOTHING, null) : kept;
  }

  Map<String, Own> all(Connection connection) throws SQLException {
    Map<String, Own> all = new HashMap<>();
    Rows.query(connection, "SELECT * FROM personal", PersonalStore::kept)
        .forEach(kept -> all.put(kept.conversationId(), kept.own()));
    return all;
  }

  List<Kept> untold(Connection connection) throws SQLException {
    return Rows.query(
        connection, "SELECT * FROM personal WHERE untold IS NOT NULL", PersonalStore::kept);
  }

  void put(Connection connection, Kept kept) throws SQLException {
    Instant until = kept.own().mutedUntil();
    Rows.update(
        connection,
        """
        INSERT INTO personal (conversation_id, unread, muted_until, draft, untold)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (conversation_id) DO UPDATE SET unread = excluded.unread,
          muted_until = excluded.muted_until, draft = excluded.draft, untold = excluded.untold\
        """,
        kept.conversationId(),
        kept.own().unread() ? 1 : 0,
        until == null ? null : until.toEpochMilli(),
        kept.own().draft() == null ? null : Json.encode(kept.own().draft()),
        kept.untold() == null ? null : Json.encode(kept.untold()));
  }

  void clear(Connection connection) throws SQLException {
    Rows.update(connection, "DELETE FROM personal");
  }

  private static Kept kept(ResultSet row) throws SQLException {
    String draft = row.getString("draft");
    String untold = row.getString("untold");
    long until = row.getLong("muted_until");
    return new Kept(
        row.getString("conversation_id"),
        new Own(
            row.getInt("unread") == 1,
            row.getObject("muted_until") == null ? null : Instant.ofEpochMilli(until),
            draft == null ? null : Json.decode(draft, Personal.Draft.class)),
        untold == null ? null : Json.decode(untold, Personal.class));
  }
}
