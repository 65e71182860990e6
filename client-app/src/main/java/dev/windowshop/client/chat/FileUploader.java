package dev.windowshop.client.chat;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayPump;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Upload;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Uploads the files of messages that wait, piece by piece, and goes on where it stood after a
/// broken connection or a restart. Its one thread, `upload`, looks anew after each piece what comes
/// next: a small file does not wait for a large one, and one that was given up is let go.
final class FileUploader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileUploader.class);
  private static final int LEAST = 64 * 1024;
  private static final int MOST = 8 * 1024 * 1024;

  /// A piece should take about so long: progress is seen, and little is lost when it breaks.
  private static final long PIECE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  private final ClientDatabase database;
  private final RelayClient relay;
  private final Outbox outbox;
  private final OutboxFileStore files;
  private final News news;
  private final PosterUpload posters;
  private final RelayPump pump;

  /// Only on the upload thread: uploads whose state at the relay is known.
  private final Set<String> known = new HashSet<>();

  private int piece = 256 * 1024;

  /// What is told of uploads, on the upload thread.
  interface News {
    void moved(String clientId);

    /// All of a file is there.
    void done(String clientId);

    /// The relay does not want it.
    void refused(String clientId);
  }

  FileUploader(
      ClientDatabase database,
      RelayClient relay,
      Outbox outbox,
      OutboxFileStore files,
      BooleanSupplier online,
      Supplier<@Nullable String> ownId,
      PosterUpload posters,
      News news) {
    this.database = database;
    this.relay = relay;
    this.outbox = outbox;
    this.files = files;
    this.posters = posters;
    this.news = news;
    this.pump = new RelayPump("upload", online, ownId, this::step);
  }

  void wake() {
    pump.wake();
  }

  private boolean step(String userId) {
    return database
        .read(connection -> Optional.ofNullable(files.next(connection, userId, Outbox.SMALL)))
        .map(this::uploaded)
        .orElse(false);
  }

  /// @return whether to go on
  private boolean uploaded(PendingFile file) {
    try {
      if (!Files.isRegularFile(file.path())) {
        refuse(file, "The copy of " + file.name() + " is gone. Delete this and send it again.");
        return true;
      }
      String uploadId = file.uploadId();
      if (uploadId == null) {
        posters.prepare(file);
        Upload begun =
            relay.post(
                "/attachments/uploads",
                new Upload.Create(file.name(), file.size(), file.sha256(), file.kind().wire()),
                Ids.newId(),
                Upload.class);
        known.add(begun.id());
        database.execute(connection -> files.begun(connection, file, begun.id())).join();
      } else if (known.add(uploadId)) {
        took(file, relay.get("/attachments/uploads/" + uploadId, Upload.class));
      } else {
        took(file, sent(file, uploadId));
      }
      return true;
    } catch (RelayUnreachableException e) {
      LOG.debug("upload kept for later: {}", e.getMessage());
      forget(file);
      piece = Math.max(LEAST, piece / 4);
      return pump.later();
    } catch (ProblemException e) {
      return said(file, e.problem());
    }
  }

  private Upload sent(PendingFile file, String uploadId) {
    long length = Math.min(piece, file.size() - file.sent());
    long begun = System.nanoTime();
    Upload upload =
        relay.piece("/attachments/uploads/" + uploadId, file.path(), file.sent(), length);
    long took = Math.max(1, System.nanoTime() - begun);
    if (length == piece) {
      piece = (int) Math.clamp((long) ((double) piece * PIECE_NANOS / took), LEAST, MOST);
    }
    return upload;
  }

  private void took(PendingFile file, Upload upload) {
    Attachment made = upload.attachment() == null ? null : posters.give(file, upload.attachment());
    database.execute(c -> files.arrived(c, file, upload.offset(), made)).join();
    news.moved(file.clientId());
    if (made != null) {
      forget(file);
      news.done(file.clientId());
    }
  }

  private void forget(PendingFile file) {
    if (file.uploadId() != null) {
      known.remove(file.uploadId());
    }
  }

  private boolean said(PendingFile file, Problem problem) {
    boolean gone = file.uploadId() != null && problem.problemType() == ProblemType.NOT_FOUND;
    if (gone) {
      database.execute(connection -> files.begun(connection, file, null)).join();
      return true;
    }
    // What did not arrive whole, or elsewhere than we thought: ask how far it is.
    boolean astray =
        problem.problemType() == ProblemType.CONFLICT
            || problem.problemType() == ProblemType.BAD_REQUEST;
    boolean passing =
        astray
            || (RelayPump.isPassing(problem) && problem.problemType() != ProblemType.STORAGE_FULL);
    if (passing) {
      forget(file);
      return astray ? pump.later(1) : pump.hold(RelayPump.wait(problem));
    }
    refuse(file, words(file, problem));
    return true;
  }

  private static String words(PendingFile file, Problem problem) {
    if (problem.problemType() == ProblemType.INVALID) {
      return file.name()
          + " can't be sent as "
          + switch (file.kind()) {
            case IMAGE -> "a picture: it is damaged, too large or no picture at all.";
            case VIDEO -> "a video: it is damaged or no video at all.";
            case VOICE -> "a voice message.";
            case FILE -> "it is: it did not arrive as it was here.";
          };
    }
    return problem.detail() == null ? problem.title() : problem.detail();
  }

  private void refuse(PendingFile file, String why) {
    forget(file);
    database
        .execute(connection -> {
          outbox.mark(connection, file.clientId(), why);
          files.begun(connection, file, null);
        })
        .join();
    news.refused(file.clientId());
  }

  /// Tells the relay that nothing more comes. It forgets by itself what it is not told of.
  void cancel(String uploadId) {
    pump.run(() -> {
      known.remove(uploadId);
      try {
        relay.delete("/attachments/uploads/" + uploadId);
      } catch (ProblemException | RelayUnreachableException e) {
        LOG.debug("an upload ends by itself: {}", e.getMessage());
      }
    });
  }

  @Override
  public void close() {
    pump.close();
  }
}
