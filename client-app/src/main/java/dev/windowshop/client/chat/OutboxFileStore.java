package dev.windowshop.client.chat;

import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files of messages that wait. Works inside the caller's transaction.
final class OutboxFileStore {
  private final Path folder;

  /// @param folder where the copies lie
  OutboxFileStore(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  void add(Connection connection, PendingFile file) throws SQLException {
    Rows.update(
        connection,
        """
        INSERT INTO outbox_file (client_id, position, path, name, kind, size, sha256, width, height,
          duration_ms, upload_id, sent, attachment)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, NULL)\
        """,
        file.clientId(),
        file.position(),
        folder.relativize(file.path()).toString(),
        file.name(),
        file.kind().wire(),
        file.size(),
        file.sha256(),
        file.width(),
        file.height(),
        file.durationMs());
  }

  List<PendingFile> of(Connection connection, String clientId) throws SQLException {
    return Rows.query(
        connection,
        "SELECT * FROM outbox_file WHERE client_id = ? ORDER BY position",
        this::file,
        clientId);
  }

  /// The next one to upload: small ones first, then in the order they were written.
  ///
  /// @param small bytes up to which a file is small
  @Nullable PendingFile next(Connection connection, String userId, long small) throws SQLException {
    return Rows.first(
        connection,
        """
        SELECT f.* FROM outbox_file f JOIN outbox o ON o.client_id = f.client_id
        WHERE o.user_id = ? AND o.problem IS NULL AND f.attachment IS NULL
        ORDER BY f.size > ?, o.ordinal, f.position LIMIT 1\
        """,
        this::file,
        userId,
        small);
  }

  void begun(Connection connection, PendingFile file, @Nullable String uploadId)
      throws SQLException {
    Rows.update(
        connection,
        "UPDATE outbox_file SET upload_id = ?, sent = 0 WHERE client_id = ? AND position = ?",
        uploadId,
        file.clientId(),
        file.position());
  }

  void arrived(Connection connection, PendingFile file, long sent, @Nullable Attachment attachment)
      throws SQLException {
    Rows.update(
        connection,
        "UPDATE outbox_file SET sent = ?, attachment = ? WHERE client_id = ? AND position = ?",
        sent,
        attachment == null ? null : Json.encode(attachment),
        file.clientId(),
        file.position());
  }

  /// Has it all uploaded once more.
  void anew(Connection connection, String clientId) throws SQLException {
    Rows.update(
        connection,
        """
        UPDATE outbox_file SET upload_id = NULL, sent = 0, attachment = NULL WHERE client_id = ?\
        """,
        clientId);
  }

  void remove(Connection connection, String clientId) throws SQLException {
    Rows.update(connection, "DELETE FROM outbox_file WHERE client_id = ?", clientId);
  }

  /// Whose files are still needed.
  Set<String> owners(Connection connection) throws SQLException {
    return new HashSet<>(
        Rows.query(
            connection, "SELECT DISTINCT client_id FROM outbox_file", row -> row.getString(1)));
  }

  private PendingFile file(ResultSet row) throws SQLException {
    String made = row.getString("attachment");
    return new PendingFile(
        row.getString("client_id"),
        row.getInt("position"),
        folder.resolve(row.getString("path")),
        row.getString("name"),
        FileKind.ofWire(row.getString("kind")),
        row.getLong("size"),
        row.getString("sha256"),
        number(row, "width"),
        number(row, "height"),
        row.getObject("duration_ms") == null ? null : (Long) row.getLong("duration_ms"),
        row.getString("upload_id"),
        row.getLong("sent"),
        made == null ? null : Json.decode(made, Attachment.class));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : (Integer) row.getInt(column);
  }
}
