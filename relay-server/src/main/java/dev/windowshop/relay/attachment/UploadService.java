package dev.windowshop.relay.attachment;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Upload;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.FullStorage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Takes uploads, in one go or in pieces. Any thread that may block.
final class UploadService {
  /// A piece that is arriving: a newer one for the same upload ends it.
  private record Arriving(InputStream body, CompletableFuture<Void> done) {}

  /// What a form adds to its file, at most.
  private static final int FORM = 100_000;

  private final Database database;
  private final AttachmentRepository attachments;
  private final UploadRepository uploads;
  private final BlobStore blobs;
  private final PartFiles parts;
  private final AttachmentMaker maker;
  private final MakerPool pool;
  private final AttachmentConfig config;
  private final Clock clock;
  private final Map<String, Arriving> arriving = new ConcurrentHashMap<>();

  UploadService(
      Database database,
      AttachmentRepository attachments,
      UploadRepository uploads,
      BlobStore blobs,
      PartFiles parts,
      AttachmentMaker maker,
      MakerPool pool,
      AttachmentConfig config,
      Clock clock) {
    this.database = database;
    this.attachments = attachments;
    this.uploads = uploads;
    this.blobs = blobs;
    this.parts = parts;
    this.maker = maker;
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  /// Takes a whole file while it arrives; [#finish] makes an attachment of it, [#drop] forgets it.
  ///
  /// @param announced bytes that its sender says will come, or -1
  /// @return the id under which it waits
  String receive(String userId, InputStream from, long announced) {
    if (announced > config.largest() + FORM) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "A file may have " + config.largest() / 1_000_000 + " MB at most.");
    }
    checkRoom(Math.max(announced, 0));
    database.read(handle -> {
      maker.checkQuota(attachments.bytesOf(handle, userId) + Math.max(announced - FORM, 0));
      return userId;
    });
    String id = Ids.newId();
    try {
      parts.create(id);
      parts.append(id, from, config.largest());
      return id;
    } catch (PartFiles.TooMuchException e) {
      drop(id);
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "A file may have " + config.largest() / 1_000_000 + " MB at most.");
    } catch (IOException e) {
      drop(id);
      throw failed(e);
    } catch (RuntimeException e) {
      drop(id);
      throw e;
    }
  }

  void drop(String id) {
    try {
      parts.delete(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes an attachment of what [#receive] took.
  Attachment finish(
      String userId,
      String id,
      @Nullable String name,
      @Nullable String kind,
      @Nullable String sha256) {
    return make(new AttachmentMaker.Arrived(
            id, userId, SafeName.of(name), Kind.wanted(kind), sha256(sha256)))
        .wire();
  }

  /// Begins an upload in pieces.
  Upload begin(String userId, Upload.Create request) {
    if (request.size() < 1) {
      throw ProblemException.invalid("size", "is not the number of bytes to come");
    }
    Kind kind = Kind.wanted(request.kind());
    if (request.size() > (kind == null ? config.largest() : config.of(kind))) {
      throw kind == null
          ? new ProblemException(
              ProblemType.TOO_LARGE,
              "A file may have " + config.largest() / 1_000_000 + " MB at most.")
          : maker.tooLarge(kind);
    }
    checkRoom(request.size());
    UploadRow row =
        new UploadRow(
            Ids.newId(),
            userId,
            SafeName.of(request.name()),
            request.size(),
            sha256(request.sha256()),
            kind,
            clock.instant());
    database.write(handle -> {
      UploadRepository.Open open = uploads.openOf(handle, userId);
      if (open.count() >= AttachmentConfig.OPEN_UPLOADS) {
        throw new ProblemException(
            Problem.of(ProblemType.RATE_LIMITED, "Finish some of your uploads first.")
                .withRetryAfter(60));
      }
      maker.checkQuota(attachments.bytesOf(handle, userId) + open.bytes() + row.size());
      uploads.insert(handle, row);
      return row;
    });
    return upload(row, 0, null);
  }

  /// How far an upload is.
  Upload state(String userId, String id) {
    AttachmentRow made = made(userId, id);
    if (made != null) {
      return new Upload(id, made.size(), made.size(), made.name(), null, made.wire());
    }
    UploadRow row = require(userId, id);
    return upload(row, arrived(id), null);
  }

  /// Takes the next piece. One that still arrives, from a connection that its sender has given up,
  /// is ended first.
  ///
  /// @throws ProblemException 409 when it does not begin where the upload stands
  Upload append(String userId, String id, long offset, InputStream from) {
    AttachmentRow made = made(userId, id);
    if (made != null) {
      return state(userId, id);
    }
    UploadRow row = require(userId, id);
    Arriving mine = new Arriving(from, new CompletableFuture<>());
    Arriving other = arriving.put(id, mine);
    try {
      if (other != null) {
        other.body().close();
        other.done().get(10, TimeUnit.SECONDS);
      }
      if (offset != arrived(id)) {
        throw new ProblemException(
            ProblemType.CONFLICT,
            "The upload stands at " + arrived(id) + " bytes, not at " + offset + ".");
      }
      checkRoom(row.size() - offset);
      parts.append(id, from, row.size());
    } catch (PartFiles.TooMuchException e) {
      throw ProblemException.invalid("size", "is less than what arrived");
    } catch (IOException e) {
      throw failed(e);
    } catch (InterruptedException
        | java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException e) {
      throw new ProblemException(
          Problem.of(ProblemType.IN_PROGRESS, "Another piece is still arriving.")
              .withRetryAfter(1));
    } finally {
      arriving.remove(id, mine);
      mine.done().complete(null);
    }
    long now = arrived(id);
    return now < row.size() ? upload(row, now, null) : finished(row, now);
  }

  private Upload finished(UploadRow row, long size) {
    try {
      AttachmentRow made =
          make(
              new AttachmentMaker.Arrived(
                  row.id(), row.ownerId(), row.name(), row.kind(), row.sha256()));
      return upload(row, size, made.wire());
    } catch (ProblemException e) {
      // What was refused for what it is will be refused again.
      if (e.problem().status() < 500) {
        cancel(row.ownerId(), row.id());
      }
      throw e;
    }
  }

  /// Gives an upload up. What was made of a finished one stays.
  void cancel(String userId, String id) {
    require(userId, id);
    Arriving other = arriving.get(id);
    if (other != null) {
      try {
        other.body().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    database.write(handle -> {
      uploads.delete(handle, id);
      return id;
    });
    drop(id);
  }

  private AttachmentRow make(AttachmentMaker.Arrived arrived) {
    try {
      return pool.run(() -> maker.make(arrived));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private @Nullable AttachmentRow made(String userId, String id) {
    return database.read(handle ->
        attachments.find(handle, id).filter(row -> row.ownerId().equals(userId)).orElse(null));
  }

  private UploadRow require(String userId, String id) {
    return database.read(handle ->
        uploads.find(handle, id, userId).orElseThrow(() -> ProblemException.notFound("upload")));
  }

  private long arrived(String id) {
    try {
      return parts.size(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Upload upload(UploadRow row, long offset, @Nullable Attachment attachment) {
    return new Upload(
        row.id(),
        offset,
        row.size(),
        row.name(),
        attachment == null ? row.createdAt().plus(config.orphanLife()) : null,
        attachment);
  }

  private static @Nullable String sha256(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    String hex = text.toLowerCase(Locale.ROOT);
    if (!hex.matches("[0-9a-f]{64}")) {
      throw ProblemException.invalid("sha256", "is not 64 hexadecimal digits");
    }
    return hex;
  }

  void checkRoom(long bytes) {
    try {
      if (blobs.free() - bytes < config.reserve()) {
        throw FullStorage.problem();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RuntimeException failed(Exception e) {
    if (FullStorage.isWhy(e)) {
      return FullStorage.problem();
    }
    // The other end is gone and reads no answer; this is for the log of whoever looks.
    ProblemException cut =
        new ProblemException(ProblemType.BAD_REQUEST, "The upload did not arrive whole.");
    cut.addSuppressed(e);
    return cut;
  }
}
