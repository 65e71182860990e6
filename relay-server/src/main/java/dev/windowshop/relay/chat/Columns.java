package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Rows of the chat tables as records.
final class Columns {
  private Columns() {}

  static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static Role role(String text) {
    return Role.valueOf(text.toUpperCase(Locale.ROOT));
  }

  static Instant at(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  static @Nullable Instant maybeAt(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static ConversationRow conversation(ResultSet row) throws SQLException {
    return new ConversationRow(
        row.getString("id"),
        ConversationKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("name"),
        row.getString("description"),
        row.getString("avatar_url"),
        row.getString("product_id"),
        row.getString("shop_id"),
        row.getBoolean("is_private"),
        row.getInt("max_members"),
        row.getLong("seq"),
        row.getLong("change"),
        row.getLong("own_change"),
        at(row, "created_at"),
        at(row, "last_activity_at"),
        row.getInt("shares_history") != 0,
        maybeAt(row, "closed_at"),
        pins(row.getString("pins")));
  }

  private static List<Conversation.Pin> pins(@Nullable String json) {
    return json == null ? List.of() : List.of(Json.decode(json, Conversation.Pin[].class));
  }

  static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getString("conversation_id"),
        row.getString("user_id"),
        role(row.getString("role")),
        at(row, "joined_at"),
        row.getLong("visible_from_seq"),
        row.getLong("delivered_seq"),
        row.getLong("read_seq"),
        row.getLong("change"));
  }

  static MessageRow message(ResultSet row) throws SQLException {
    String metadata = row.getString("metadata");
    // What a moderator hid is as if it were deleted, and says why it is.
    Instant hiddenAt = maybeAt(row, "hidden_at");
    Instant deletedAt = maybeAt(row, "deleted_at");
    JsonNode tree =
        hiddenAt != null
            ? Json.mapper().createObjectNode().put("hidden", true)
            : metadata == null ? null : Json.decode(metadata, JsonNode.class);
    return new MessageRow(
        row.getString("id"),
        row.getString("conversation_id"),
        row.getLong("seq"),
        row.getLong("change"),
        row.getString("client_id"),
        row.getString("body_hash"),
        row.getString("sender_id"),
        Message.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
        hiddenAt == null ? row.getString("content") : null,
        row.getString("reply_to_id"),
        tree,
        at(row, "created_at"),
        maybeAt(row, "edited_at"),
        deletedAt == null ? hiddenAt : deletedAt);
  }
}
