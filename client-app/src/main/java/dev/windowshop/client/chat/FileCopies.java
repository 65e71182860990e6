package dev.windowshop.client.chat;

import dev.windowshop.client.video.VideoShape;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies of files that wait to be sent: what was chosen may change or go away before the relay is
/// there. Any thread; blocks.
final class FileCopies {
  private static final Logger LOG = LoggerFactory.getLogger(FileCopies.class);
  private static final int BUFFER = 256 * 1024;

  /// The relay has limits of its own; this only keeps a disk from being filled by a mistake.
  private static final long MOST = 2_000_000_000L;

  private final Path folder;

  FileCopies(Path folder) {
    this.folder = folder;
  }

  /// @throws ProblemException when one of them can't be sent
  List<PendingFile> take(String clientId, List<OutgoingFile> chosen) {
    List<PendingFile> copies = new ArrayList<>();
    try {
      Path own = Files.createDirectories(folder.resolve(clientId));
      for (OutgoingFile file : chosen) {
        copies.add(copy(clientId, copies.size(), own, file));
      }
      return copies;
    } catch (IOException | RuntimeException e) {
      remove(clientId);
      throw e instanceof RuntimeException known
          ? known
          : new ProblemException(
              ProblemType.INVALID, "This can't be kept to be sent: " + reason((IOException) e));
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.FileSystemException system && system.getReason() != null
        ? system.getReason() + "."
        : "the disk may be full.";
  }

  private static PendingFile copy(String clientId, int position, Path own, OutgoingFile file)
      throws IOException {
    if (Files.isDirectory(file.path())) {
      throw refused(file.name() + " is a folder. Choose the files in it.");
    }
    if (!Files.isReadable(file.path())) {
      throw refused(file.name() + " can't be read.");
    }
    long size = Files.size(file.path());
    if (size == 0) {
      throw refused(file.name() + " is empty.");
    }
    if (size > MOST) {
      throw refused(file.name() + " is too large to be sent.");
    }
    Path copy = own.resolve(Integer.toString(position));
    String sha256 = write(file.path(), copy);
    FileKind kind = file.recording() == null ? FileSniffer.kindOf(copy) : FileKind.VOICE;
    FileSniffer.Size pixels = kind == FileKind.IMAGE ? FileSniffer.sizeOf(copy) : null;
    Long length = file.recording() == null ? null : (Long) file.recording().durationMs();
    VideoShape shape = kind == FileKind.VIDEO ? VideoShape.of(copy) : null;
    if (shape != null && shape.width() > 0 && shape.height() > 0) {
      pixels = new FileSniffer.Size(shape.width(), shape.height());
    }
    if (shape != null && shape.durationMs() > 0) {
      length = shape.durationMs();
    }
    if (file.temporary()) {
      Files.deleteIfExists(file.path());
    }
    return new PendingFile(
        clientId,
        position,
        copy,
        file.name(),
        kind,
        Files.size(copy),
        sha256,
        pixels == null ? null : (Integer) pixels.width(),
        pixels == null ? null : (Integer) pixels.height(),
        length,
        null,
        0,
        null);
  }

  private static ProblemException refused(String why) {
    return new ProblemException(ProblemType.INVALID, why);
  }

  /// Reaches the disk before this returns: it is promised to be kept.
  private static String write(Path from, Path to) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(from);
        FileChannel out =
            FileChannel.open(
                to,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        ByteBuffer part = ByteBuffer.wrap(buffer, 0, read);
        while (part.hasRemaining()) {
          out.write(part);
        }
      }
      out.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void remove(String clientId) {
    Path own = folder.resolve(clientId);
    if (!Files.isDirectory(own)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(own)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("the next start removes {}", own, e);
    }
  }

  /// Removes what nobody needs any more: of a message that was sent, or never written down.
  void sweep(Set<String> needed) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.list(folder)) {
      paths
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> !needed.contains(name))
          .toList()
          .forEach(this::remove);
    } catch (IOException e) {
      LOG.debug("not swept: {}", folder, e);
    }
  }
}
