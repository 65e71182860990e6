package dev.windowshop.relay.attachment;

import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.personal.PersonalData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/// Uploads and downloads, wired.
public final class AttachmentFeature implements AutoCloseable {
  private final MakerPool pool = new MakerPool();
  private final UploadService uploads;
  private final PosterService posters;
  private final AttachmentService attachments;
  private final AttachmentCollector collector;
  private final BlobStore blobs;

  /// @param sharing who may see and pass on what was sent
  /// @param inspection who may look at it for another reason
  /// @param data the relay's folder: content goes to `blobs`, what is arriving to `uploads`
  public AttachmentFeature(
      Database database,
      Path data,
      AttachmentService.Sharing sharing,
      AttachmentService.Sharing inspection,
      AttachmentConfig config,
      Clock clock) {
    AttachmentRepository rows = new AttachmentRepository();
    UploadRepository open = new UploadRepository();
    PartFiles parts;
    try {
      parts = new PartFiles(data.resolve("uploads"));
      this.blobs = new DiskBlobs(data.resolve("blobs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AttachmentMaker maker = new AttachmentMaker(database, rows, open, blobs, parts, config, clock);
    this.uploads =
        new UploadService(database, rows, open, blobs, parts, maker, pool, config, clock);
    this.posters = new PosterService(database, rows, blobs, parts, uploads, pool);
    this.attachments = new AttachmentService(database, rows, blobs, sharing, inspection);
    this.collector = new AttachmentCollector(database, rows, open, blobs, parts, config, clock);
  }

  public void routes(HttpApi api) {
    new AttachmentRoutes(uploads, posters, attachments).register(api);
  }

  public AttachmentService attachments() {
    return attachments;
  }

  public PersonalData personalData() {
    return new AttachmentData();
  }

  /// For other features that keep content.
  public BlobStore blobs() {
    return blobs;
  }

  /// Removes what nobody will ask for again; run now and then.
  public void collect() {
    collector.run();
  }

  @Override
  public void close() {
    pool.close();
  }
}
