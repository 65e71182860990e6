package dev.windowshop.relay.attachment;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.db.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Gives attachments to those who may see them, and to messages. Any thread that may block.
public final class AttachmentService {
  /// Who may see an attachment because of where it was sent. Called inside units of work.
  @FunctionalInterface
  public interface Sharing {
    boolean isShared(Handle handle, String attachmentId, String userId);
  }

  /// Content to be sent.
  ///
  /// @param tag of exactly this content
  /// @param inline a browser may show it
  record Content(Path file, long size, String mime, String name, String tag, boolean inline) {}

  private final Database database;
  private final AttachmentRepository attachments;
  private final BlobStore blobs;
  private final Sharing sharing;
  private final Sharing inspection;

  AttachmentService(
      Database database,
      AttachmentRepository attachments,
      BlobStore blobs,
      Sharing sharing,
      Sharing inspection) {
    this.database = database;
    this.attachments = attachments;
    this.blobs = blobs;
    this.sharing = sharing;
    this.inspection = inspection;
  }

  /// @throws ProblemException 404 for those who may not see it: whether it exists is not theirs to
  ///   know
  Content content(String userId, String id) {
    AttachmentRow row = visible(userId, id);
    return content(row.blob(), row.mime(), row.name());
  }

  Content thumb(String userId, String id) {
    AttachmentRow row = visible(userId, id);
    if (row.thumb() == null) {
      throw ProblemException.notFound("thumbnail");
    }
    String mime = Objects.requireNonNull(row.thumbMime());
    return content(row.thumb(), mime, row.name());
  }

  Attachment describe(String userId, String id) {
    return visible(userId, id).wire();
  }

  private Content content(String blob, String mime, String name) {
    Path file = blobs.find(blob).orElseThrow(() -> ProblemException.notFound("attachment"));
    boolean inline = mime.startsWith("image/") || mime.startsWith("audio/") || isVideo(mime);
    try {
      return new Content(file, Files.size(file), mime, name, "\"" + blob + "\"", inline);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isVideo(String mime) {
    return mime.startsWith("video/");
  }

  private AttachmentRow visible(String userId, String id) {
    return database.read(handle ->
        attachments
            .find(handle, id)
            .filter(row ->
                (row.uses() == 0 && row.ownerId().equals(userId))
                    || sharing.isShared(handle, id, userId)
                    || inspection.isShared(handle, id, userId))
            .orElseThrow(() -> ProblemException.notFound("attachment")));
  }

  /// The file of a picture that this user uploaded, for features that keep copies of their own;
  /// empty for anything else.
  public Optional<Path> picture(String userId, String id) {
    return database
        .read(handle -> attachments.find(handle, id))
        .filter(row -> row.ownerId().equals(userId) && row.kind() == Kind.IMAGE)
        .flatMap(row -> blobs.find(row.blob()));
  }

  /// Those that exist, by id. Inside the caller's unit of work.
  public Map<String, Attachment> read(Handle handle, Collection<String> ids) {
    Map<String, Attachment> found = new LinkedHashMap<>();
    attachments.find(handle, ids).forEach(row -> found.put(row.id(), row.wire()));
    return found;
  }

  /// Whether somebody may send it: their own, or one that they can see. Inside the caller's unit of
  /// work.
  public boolean maySend(Handle handle, String userId, String id) {
    return attachments
        .find(handle, id)
        .filter(row -> row.ownerId().equals(userId) || sharing.isShared(handle, id, userId))
        .isPresent();
  }

  /// A message names it. Inside the unit of work that stores the message.
  ///
  /// @return false when it is not there anymore
  public boolean use(Handle handle, String id) {
    return attachments.use(handle, id);
  }

  /// A message that named it is gone. Inside the unit of work that deletes it.
  public void disuse(Handle handle, String id) {
    attachments.disuse(handle, id);
  }
}
