package dev.windowshop.relay.attachment;

import dev.windowshop.relay.db.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what nobody will ask for again: uploads that were never finished or never sent, and
/// content that no attachment names. A row goes before its content, and content only while nobody
/// can be about to name it. Any thread that may block.
final class AttachmentCollector {
  /// What a run removed.
  record Removed(int attachments, int uploads, int blobs) {}

  /// Content is older than this before it counts as forgotten: far longer than it takes from the
  /// file to the row.
  static final Duration FRESH = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(AttachmentCollector.class);

  private final Database database;
  private final AttachmentRepository attachments;
  private final UploadRepository uploads;
  private final BlobStore blobs;
  private final PartFiles parts;
  private final AttachmentConfig config;
  private final Clock clock;

  AttachmentCollector(
      Database database,
      AttachmentRepository attachments,
      UploadRepository uploads,
      BlobStore blobs,
      PartFiles parts,
      AttachmentConfig config,
      Clock clock) {
    this.database = database;
    this.attachments = attachments;
    this.uploads = uploads;
    this.blobs = blobs;
    this.parts = parts;
    this.config = config;
    this.clock = clock;
  }

  Removed run() {
    Instant now = clock.instant();
    Instant before = now.minus(config.orphanLife());
    try {
      int forgotten = database.write(handle -> attachments.forgetIdle(handle, before));
      int stale = database.write(handle -> uploads.forget(handle, before));
      parts.sweep(Set.copyOf(database.read(uploads::ids)), now.minus(FRESH));
      int removed = 0;
      for (String hash : blobs.old(now.minus(FRESH)).toList()) {
        if (blobs.remove(hash, one -> database.read(handle -> attachments.usesBlob(handle, one)))) {
          removed++;
        }
      }
      if (forgotten + stale + removed > 0) {
        LOG.info(
            "collected {} unused attachments, {} unfinished uploads, {} files",
            forgotten,
            stale,
            removed);
      }
      return new Removed(forgotten, stale, removed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
