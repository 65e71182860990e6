package dev.windowshop.relay.backup;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Reads a backup's entries from a folder or a zip file.
final class BackupReader implements AutoCloseable {
  private final Path source;
  private final @Nullable ZipFile zip;

  private BackupReader(Path source, @Nullable ZipFile zip) {
    this.source = source;
    this.zip = zip;
  }

  static BackupReader of(Path source) throws IOException {
    if (Files.isDirectory(source)) {
      return new BackupReader(source, null);
    }
    if (!Files.exists(source)) {
      throw new UnusableBackupException("There is no backup " + source + ".");
    }
    try {
      return new BackupReader(source, new ZipFile(source.toFile()));
    } catch (ZipException e) {
      throw new UnusableBackupException(source + " is no backup: it is no zip file.", e);
    }
  }

  Manifest manifest() throws IOException {
    try (InputStream in = entry(Manifest.NAME)) {
      Manifest manifest = Json.decode(in.readAllBytes(), Manifest.class);
      if (manifest.format() != Manifest.FORMAT) {
        throw new UnusableBackupException(
            source + " was made by another version of the relay: use that one to restore it.");
      }
      return manifest;
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new UnusableBackupException(
          source + " is no whole backup: it has no " + Manifest.NAME + ".", e);
    } catch (ProblemException e) {
      throw new UnusableBackupException(
          source + " is no backup: its " + Manifest.NAME + " can't be understood.", e);
    }
  }

  InputStream entry(String name) throws IOException {
    if (zip == null) {
      Path file = source.resolve(name).normalize();
      if (!file.startsWith(source.normalize())) {
        throw new UnusableBackupException(source + " names a file outside of it: " + name);
      }
      return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new FileNotFoundException(name);
    }
    return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
