package dev.windowshop.relay.attachment;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.attachment.media.AttachmentSniffer;
import dev.windowshop.relay.attachment.media.MediaBytes;
import dev.windowshop.relay.attachment.media.Sniffed;
import dev.windowshop.relay.db.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Makes an attachment of a file that has arrived: looks into it, cleans it, keeps it. Works for
/// long; any thread that may.
final class AttachmentMaker {
  /// @param id of the attachment to be, and of its part file
  /// @param kind what its sender wants it to be
  /// @param sha256 of what its sender sent, where they named it
  record Arrived(
      String id, String ownerId, String name, @Nullable Kind kind, @Nullable String sha256) {}

  private record Looked(
      Kind kind, String name, Sniffed sniffed, ImageCleaner.@Nullable Cleaned picture) {}

  static final Duration LONGEST_VOICE = Duration.ofMinutes(60);

  private final Database database;
  private final AttachmentRepository attachments;
  private final UploadRepository uploads;
  private final BlobStore blobs;
  private final PartFiles parts;
  private final AttachmentConfig config;
  private final Clock clock;
  private final ImageCleaner cleaner = new ImageCleaner();

  AttachmentMaker(
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

  AttachmentRow make(Arrived arrived) throws IOException {
    Path part = parts.of(arrived.id());
    if (Files.size(part) == 0) {
      throw ProblemException.invalid("file", "is empty");
    }
    if (arrived.sha256() != null && !arrived.sha256().equals(hash(part))) {
      throw ProblemException.invalid("sha256", "is not that of what arrived");
    }
    Looked looked = look(part, arrived);
    ImageCleaner.Cleaned picture = looked.picture();
    Path content = picture == null ? part : picture.file();
    String blob = hash(content);
    String thumb = picture == null ? null : hash(picture.thumb());
    AttachmentRow row =
        new AttachmentRow(
            arrived.id(),
            arrived.ownerId(),
            looked.kind(),
            looked.name(),
            picture == null ? looked.sniffed().mime() : picture.mime(),
            Files.size(content),
            picture == null ? looked.sniffed().width() : (Integer) picture.width(),
            picture == null ? looked.sniffed().height() : (Integer) picture.height(),
            looked.sniffed().durationMs(),
            blob,
            thumb,
            picture == null ? null : picture.thumbMime(),
            0,
            clock.instant());
    // Pinned until the row is there: nothing collects what nobody names yet.
    try (BlobStore.Pin _ = blobs.pin(blob);
        BlobStore.Pin _ = blobs.pin(thumb == null ? blob : thumb)) {
      blobs.put(blob, content);
      if (picture != null && thumb != null) {
        blobs.put(thumb, picture.thumb());
      }
      return database.write(handle -> {
        checkQuota(attachments.bytesOf(handle, row.ownerId()) + row.size());
        attachments.insert(handle, row);
        uploads.delete(handle, row.id());
        return row;
      });
    } finally {
      parts.delete(arrived.id());
    }
  }

  void checkQuota(long bytes) {
    if (bytes > config.quota()) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "Your files may take "
              + config.quota() / 1_000_000
              + " MB here altogether. Delete messages with some of them first.");
    }
  }

  private Looked look(Path part, Arrived arrived) throws IOException {
    Sniffed sniffed;
    try (FileChannel channel = FileChannel.open(part)) {
      sniffed = AttachmentSniffer.sniff(MediaBytes.of(channel));
    }
    Kind kind = kind(arrived.kind(), sniffed);
    long size = Files.size(part);
    if (size > config.of(kind)) {
      throw tooLarge(kind);
    }
    if (sniffed.family() != Sniffed.Family.IMAGE) {
      return new Looked(kind, arrived.name(), sniffed, null);
    }
    ImageCleaner.Cleaned picture;
    try {
      picture = cleaner.clean(part, sniffed, parts.folder(), arrived.id());
    } catch (ProblemException e) {
      parts.delete(arrived.id());
      throw e;
    }
    String name =
        picture.mime().equals(sniffed.mime())
            ? arrived.name()
            : SafeName.withEnding(
                arrived.name(), picture.mime().equals("image/png") ? ".png" : ".jpg");
    return new Looked(kind, name, sniffed, picture);
  }

  ProblemException tooLarge(Kind kind) {
    String what =
        switch (kind) {
          case IMAGE -> "A picture";
          case VIDEO -> "A video";
          case VOICE -> "A recording";
          case FILE -> "A file";
        };
    return new ProblemException(
        ProblemType.TOO_LARGE, what + " may have " + config.of(kind) / 1_000_000 + " MB at most.");
  }

  /// What its sender wants, if it is that; a plain file is everything.
  private static Kind kind(@Nullable Kind wanted, Sniffed sniffed) {
    Kind found =
        switch (sniffed.family()) {
          case IMAGE -> Kind.IMAGE;
          case VIDEO -> Kind.VIDEO;
          case AUDIO -> isVoice(sniffed) ? Kind.VOICE : Kind.FILE;
          case OTHER -> Kind.FILE;
        };
    if (wanted == null || wanted == found || wanted == Kind.FILE) {
      return wanted == null ? found : wanted;
    }
    boolean audio = sniffed.family() == Sniffed.Family.AUDIO;
    throw ProblemException.invalid(
        "file",
        wanted == Kind.VOICE && audio
            ? "is no recording of at most " + LONGEST_VOICE.toMinutes() + " minutes"
            : "is not what it is called: its content is " + sniffed.mime());
  }

  private static boolean isVoice(Sniffed sniffed) {
    Long millis = sniffed.durationMs();
    return millis != null && millis > 0 && millis <= LONGEST_VOICE.toMillis();
  }

  static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[65_536];
      int count;
      while ((count = in.read(buffer)) >= 0) {
        digest.update(buffer, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
