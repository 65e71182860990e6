package dev.windowshop.relay.attachment;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.attachment.media.AttachmentSniffer;
import dev.windowshop.relay.attachment.media.MediaBytes;
import dev.windowshop.relay.attachment.media.Sniffed;
import dev.windowshop.relay.db.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Posters of videos: the relay decodes none, so that whoever uploaded one says what it looks like,
/// until it is sent. They are its small picture from then on, written anew as any other. Any thread
/// that may block.
final class PosterService {
  /// A frame of the largest videos, as a JPEG, is far below this.
  private static final long MOST = 5_000_000;

  private final Database database;
  private final AttachmentRepository attachments;
  private final BlobStore blobs;
  private final PartFiles parts;
  private final UploadService uploads;
  private final MakerPool pool;
  private final ImageCleaner cleaner = new ImageCleaner();

  PosterService(
      Database database,
      AttachmentRepository attachments,
      BlobStore blobs,
      PartFiles parts,
      UploadService uploads,
      MakerPool pool) {
    this.database = database;
    this.attachments = attachments;
    this.blobs = blobs;
    this.parts = parts;
    this.uploads = uploads;
    this.pool = pool;
  }

  /// @param from a picture
  /// @throws ProblemException 404 when it is not theirs, 409 once a message names it, 422 when it
  ///   is no video or this no picture
  Attachment put(String userId, String id, InputStream from) {
    check(userId, id);
    uploads.checkRoom(MOST);
    String part = Ids.newId();
    try {
      parts.create(part);
      parts.append(part, from, MOST);
      return pool.run(() -> made(userId, id, part)).wire();
    } catch (PartFiles.TooMuchException e) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, "A poster may have " + MOST / 1_000_000 + " MB at most.");
    } catch (IOException e) {
      throw UploadService.failed(e);
    } finally {
      drop(part);
    }
  }

  private void check(String userId, String id) {
    AttachmentRow row =
        database.read(handle ->
            attachments
                .find(handle, id)
                .filter(found -> found.ownerId().equals(userId))
                .orElseThrow(() -> ProblemException.notFound("attachment")));
    if (row.kind() != Kind.VIDEO) {
      throw ProblemException.invalid("attachment", "is no video");
    }
    if (row.uses() > 0) {
      throw sent();
    }
  }

  private static ProblemException sent() {
    return new ProblemException(ProblemType.CONFLICT, "The video was sent already, as it is.");
  }

  private AttachmentRow made(String userId, String id, String part) throws IOException {
    Path file = parts.of(part);
    Sniffed sniffed;
    try (FileChannel channel = FileChannel.open(file)) {
      sniffed = AttachmentSniffer.sniff(MediaBytes.of(channel));
    }
    if (sniffed.family() != Sniffed.Family.IMAGE) {
      throw ProblemException.invalid("file", "is no picture");
    }
    ImageCleaner.Cleaned picture = cleaner.clean(file, sniffed, parts.folder(), part);
    String thumb = AttachmentMaker.hash(picture.thumb());
    // Pinned until the row names it: nothing collects what nobody names yet.
    try (BlobStore.Pin _ = blobs.pin(thumb)) {
      blobs.put(thumb, picture.thumb());
      return database.write(handle -> {
        if (!attachments.poster(handle, id, userId, thumb, picture.thumbMime())) {
          throw sent();
        }
        return attachments.find(handle, id).orElseThrow();
      });
    }
  }

  private void drop(String part) {
    try {
      parts.delete(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
