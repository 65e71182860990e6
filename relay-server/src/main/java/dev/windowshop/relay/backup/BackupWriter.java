package dev.windowshop.relay.backup;

import dev.windowshop.relay.auth.OwnerOnly;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a backup's entries into a folder or a zip file, readable by their owner only. It is there
/// under its name when it is whole, and not before.
abstract sealed class BackupWriter implements AutoCloseable {
  private final Path target;
  private final Path part;

  private BackupWriter(Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  static BackupWriter to(Path target) throws IOException {
    Path whole = target.toAbsolutePath().normalize();
    if (Files.exists(whole) && !(Files.isDirectory(whole) && isEmpty(whole))) {
      throw new UnusableBackupException(
          target + " is there already: name a file or a folder that is not.");
    }
    Path parent = whole.getParent();
    Path name = whole.getFileName();
    if (parent == null || name == null) {
      throw new UnusableBackupException(target + " can't be a backup: it is a whole disk.");
    }
    Files.createDirectories(parent);
    Path part = parent.resolve(name + ".part");
    FileTree.delete(part);
    return isZip(target) ? new Zip(whole, OwnerOnly.file(part)) : new Folder(whole, part);
  }

  static boolean isZip(Path target) {
    return target.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  /// One entry at a time; closing the stream ends it.
  abstract OutputStream entry(String name) throws IOException;

  abstract void end() throws IOException;

  /// Puts it under its name.
  final void finish() throws IOException {
    end();
    Files.deleteIfExists(target);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Leaves nothing behind unless it was finished.
  @Override
  public void close() throws IOException {
    end();
    FileTree.delete(part);
  }

  private static final class Folder extends BackupWriter {
    private final Path folder;

    Folder(Path target, Path part) throws IOException {
      super(target, part);
      this.folder = OwnerOnly.folder(part);
    }

    @Override
    OutputStream entry(String name) throws IOException {
      Path file = folder.resolve(name);
      Path parent = file.getParent();
      if (parent != null) {
        OwnerOnly.folder(parent);
      }
      OwnerOnly.file(file);
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
      return new FilterOutputStream(out) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
          super.close();
          try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
          }
        }
      };
    }

    @Override
    void end() {}
  }

  private static final class Zip extends BackupWriter {
    private final Path file;
    private final ZipOutputStream zip;
    private boolean ended;

    Zip(Path target, Path part) throws IOException {
      super(target, part);
      this.file = part;
      this.zip =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16));
      // What is in it is compressed already.
      zip.setLevel(1);
    }

    @Override
    OutputStream entry(String name) throws IOException {
      zip.putNextEntry(new ZipEntry(name));
      return new FilterOutputStream(zip) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          zip.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
          zip.closeEntry();
        }
      };
    }

    @Override
    void end() throws IOException {
      if (!ended) {
        ended = true;
        zip.close();
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
          written.force(true);
        }
      }
    }
  }
}
