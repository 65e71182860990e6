package dev.windowshop.relay.moderation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What reported messages had with them. Runs inside the caller's unit of work.
final class EvidenceRepository {
  /// @return the attachments that the snapshot names
  List<String> add(Handle handle, String reportId, JsonNode snapshot) {
    List<String> ids =
        snapshot.path("attachments").valueStream().map(one -> one.path("id").asText()).toList();
    for (String id : ids) {
      handle
          .createUpdate(
              """
              INSERT INTO report_attachments (report_id, attachment_id, kept)
              VALUES (:report, :attachment, 1) ON CONFLICT DO NOTHING
              """)
          .bind("report", reportId)
          .bind("attachment", id)
          .execute();
    }
    return ids;
  }

  /// Nothing of a decided report has to be kept any longer.
  ///
  /// @return what was kept for it
  List<String> release(Handle handle) {
    return handle
        .createQuery(
            """
            UPDATE report_attachments SET kept = 0
            WHERE kept = 1 AND report_id IN (SELECT id FROM reports WHERE state = 'resolved')
            RETURNING attachment_id
            """)
        .mapTo(String.class)
        .list();
  }

  /// Whether somebody reported a message with it, and this user is a moderator.
  boolean isFor(Handle handle, String attachmentId, String userId) {
    return handle
        .createQuery(
            """
            SELECT 1 FROM report_attachments r JOIN users u ON u.id = :user
            WHERE r.attachment_id = :attachment AND u.role IN ('moderator', 'admin') LIMIT 1
            """)
        .bind("attachment", attachmentId)
        .bind("user", userId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
