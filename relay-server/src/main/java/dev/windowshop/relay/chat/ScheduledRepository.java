package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ScheduledMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Messages that are to be sent later, in SQL. Runs inside the caller's unit of work.
public final class ScheduledRepository {
  /// One whose time has come.
  record Due(String id, String authorId) {}

  /// Whether somebody has scheduled a message with this attachment.
  public static boolean shows(Handle handle, String attachmentId, String userId) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM scheduled_attachments a
            JOIN scheduled_messages s ON s.id = a.scheduled_id
            WHERE a.attachment_id = :attachment AND s.author_id = :user LIMIT 1
            """)
        .bind("attachment", attachmentId)
        .bind("user", userId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  void insert(Handle handle, ScheduledRow row) {
    handle
        .createUpdate(
            """
            INSERT INTO scheduled_messages (id, author_id, conversation_id, client_id, type, body,
              body_hash, send_at, state, change, created_at, updated_at)
            VALUES (:id, :author, :conversation, :client, :type, :body, :hash, :sendAt, :state,
              :change, :created, :updated)
            """)
        .bind("id", row.id())
        .bind("author", row.authorId())
        .bind("conversation", row.conversationId())
        .bind("client", row.clientId())
        .bind("type", Columns.wire(row.type()))
        .bind("body", Json.encode(Objects.requireNonNull(row.body())))
        .bind("hash", row.bodyHash())
        .bind("sendAt", row.sendAt().toEpochMilli())
        .bind("state", Columns.wire(row.state()))
        .bind("change", row.change())
        .bind("created", row.createdAt().toEpochMilli())
        .bind("updated", row.updatedAt().toEpochMilli())
        .execute();
  }

  void update(Handle handle, ScheduledRow row) {
    handle
        .createUpdate(
            """
            UPDATE scheduled_messages SET body = :body, send_at = :sendAt, state = :state,
              reason = :reason, message_id = :message, change = :change, updated_at = :updated
            WHERE id = :id
            """)
        .bind("id", row.id())
        .bind("body", row.body() == null ? null : Json.encode(Objects.requireNonNull(row.body())))
        .bind("sendAt", row.sendAt().toEpochMilli())
        .bind("state", Columns.wire(row.state()))
        .bind("reason", row.reason())
        .bind("message", row.messageId())
        .bind("change", row.change())
        .bind("updated", row.updatedAt().toEpochMilli())
        .execute();
  }

  /// Remembers whose uploads it holds until its end.
  void hold(Handle handle, String id, List<String> attachmentIds) {
    for (String attachment : attachmentIds) {
      handle
          .createUpdate(
              """
              INSERT INTO scheduled_attachments (scheduled_id, attachment_id)
              VALUES (:id, :attachment)
              """)
          .bind("id", id)
          .bind("attachment", attachment)
          .execute();
    }
  }

  /// @return what it held
  List<String> release(Handle handle, String id) {
    List<String> held =
        handle
            .createQuery(
                """
                SELECT attachment_id FROM scheduled_attachments WHERE scheduled_id = :id
                ORDER BY attachment_id
                """)
            .bind("id", id)
            .mapTo(String.class)
            .list();
    handle
        .createUpdate("DELETE FROM scheduled_attachments WHERE scheduled_id = :id")
        .bind("id", id)
        .execute();
    return held;
  }

  Optional<ScheduledRow> find(Handle handle, String authorId, String id) {
    return handle
        .createQuery("SELECT * FROM scheduled_messages WHERE id = :id AND author_id = :author")
        .bind("id", id)
        .bind("author", authorId)
        .map((row, _) -> row(row))
        .findOne();
  }

  Optional<ScheduledRow> findByClientId(Handle handle, String authorId, String clientId) {
    return handle
        .createQuery(
            "SELECT * FROM scheduled_messages WHERE author_id = :author AND client_id = :client")
        .bind("author", authorId)
        .bind("client", clientId)
        .map((row, _) -> row(row))
        .findOne();
  }

  /// Those that are not over, the next one first.
  List<ScheduledRow> open(Handle handle, String authorId) {
    return handle
        .createQuery(
            """
            SELECT * FROM scheduled_messages
            WHERE author_id = :author AND state IN ('waiting', 'failed') ORDER BY send_at, id
            """)
        .bind("author", authorId)
        .map((row, _) -> row(row))
        .list();
  }

  int countOpen(Handle handle, String authorId, String conversationId) {
    return handle
        .createQuery(
            """
            SELECT CAST(COUNT(*) AS INTEGER) FROM scheduled_messages
            WHERE author_id = :author AND conversation_id = :conversation
              AND state IN ('waiting', 'failed')
            """)
        .bind("author", authorId)
        .bind("conversation", conversationId)
        .mapTo(Integer.class)
        .one();
  }

  /// What changed after this; of one who knows nothing yet, nothing that is over.
  List<ScheduledRow> after(Handle handle, String authorId, long after) {
    return handle
        .createQuery(
            """
            SELECT * FROM scheduled_messages WHERE author_id = :author AND change > :after
              AND (:after > 0 OR state IN ('waiting', 'failed'))
            ORDER BY change
            """)
        .bind("author", authorId)
        .bind("after", after)
        .map((row, _) -> row(row))
        .list();
  }

  /// Whose time has come, the first of each author first.
  ///
  /// @param each at most so many of one author: whoever is over their limit holds up nobody else
  /// @param most at most so many in all
  List<Due> due(Handle handle, Instant now, int each, int most) {
    return handle
        .createQuery(
            """
            SELECT id, author_id FROM (
              SELECT id, author_id, send_at,
                ROW_NUMBER() OVER (PARTITION BY author_id ORDER BY send_at, id) AS place
              FROM scheduled_messages WHERE state = 'waiting' AND send_at <= :now) due
            WHERE place <= :each ORDER BY place, send_at, id LIMIT :most
            """)
        .bind("now", now.toEpochMilli())
        .bind("each", each)
        .bind("most", most)
        .map((row, _) -> new Due(row.getString(1), row.getString(2)))
        .list();
  }

  List<String> openIds(Handle handle, String authorId) {
    return handle
        .createQuery(
            """
            SELECT id FROM scheduled_messages
            WHERE author_id = :author AND state IN ('waiting', 'failed') ORDER BY id
            """)
        .bind("author", authorId)
        .mapTo(String.class)
        .list();
  }

  /// Those that could not be sent, and that nobody has touched since a time.
  List<Due> refused(Handle handle, Instant before, int most) {
    return handle
        .createQuery(
            """
            SELECT id, author_id FROM scheduled_messages
            WHERE state = 'failed' AND updated_at < :before ORDER BY updated_at, id LIMIT :most
            """)
        .bind("before", before.toEpochMilli())
        .bind("most", most)
        .map((row, _) -> new Due(row.getString(1), row.getString(2)))
        .list();
  }

  /// Removes what ended before a time.
  int trim(Handle handle, Instant before) {
    return handle
        .createUpdate(
            """
            DELETE FROM scheduled_messages
            WHERE state IN ('sent', 'cancelled') AND updated_at < :before
            """)
        .bind("before", before.toEpochMilli())
        .execute();
  }

  /// Whether there is something to remove.
  boolean ended(Handle handle, Instant before) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM scheduled_messages
            WHERE state IN ('sent', 'cancelled') AND updated_at < :before LIMIT 1
            """)
        .bind("before", before.toEpochMilli())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// All that somebody ever scheduled, with their account.
  void forget(Handle handle, String authorId) {
    handle
        .createUpdate("DELETE FROM scheduled_messages WHERE author_id = :author")
        .bind("author", authorId)
        .execute();
  }

  private static ScheduledRow row(ResultSet row) throws SQLException {
    String body = row.getString("body");
    return new ScheduledRow(
        row.getString("id"),
        row.getString("author_id"),
        row.getString("conversation_id"),
        row.getString("client_id"),
        Message.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
        body == null ? null : Json.decode(body, Message.Send.class),
        row.getString("body_hash"),
        Columns.at(row, "send_at"),
        ScheduledMessage.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        row.getString("message_id"),
        row.getLong("change"),
        Columns.at(row, "created_at"),
        Columns.at(row, "updated_at"));
  }
}
