package dev.windowshop.relay.backup;

import dev.windowshop.protocol.Json;
import dev.windowshop.relay.db.DatabaseAddress;
import dev.windowshop.relay.db.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes a backup of a data folder and its database, also while a relay serves them.
///
/// The database first, on one snapshot, then the files: whatever a row of the snapshot names had
/// been stored before the row was.
public final class Backup {
  /// What of the data folder belongs to a backup; uploads that are not finished do not.
  static final List<String> FOLDERS = List.of("secrets", "media", "blobs", "releases");

  /// What was saved.
  public record Summary(long rows, int files, long bytes) {}

  private final Path data;
  private final DatabaseAddress database;
  private final String relayVersion;

  public Backup(Path data, DatabaseAddress database, String relayVersion) {
    this.data = data;
    this.database = database;
    this.relayVersion = relayVersion;
  }

  /// @param target a zip file where its name ends in `.zip`, else a new folder
  /// @throws UnusableBackupException saying why it can't; nothing is left behind then
  public Summary make(Path target, Instant now) {
    try (BackupWriter writer = BackupWriter.to(target)) {
      Manifest manifest = write(writer, now);
      try (OutputStream out = writer.entry(Manifest.NAME)) {
        out.write(Json.encode(manifest).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      writer.finish();
      LastBackup.note(data, now, target);
      return new Summary(
          manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
          manifest.files().size(),
          manifest.files().stream().mapToLong(Manifest.Entry::size).sum());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new UnusableBackupException(
          "The backup " + target + " can't be made: " + Failures.sentence(e), e);
    }
  }

  private Manifest write(BackupWriter writer, Instant now) throws Exception {
    List<Manifest.Table> tables = new ArrayList<>();
    int version;
    try (Snapshot snapshot = Snapshot.of(database)) {
      version = snapshot.version();
      for (String name : snapshot.tables()) {
        try (DigestOutputStream out =
            Digests.of(writer.entry(new Manifest.Table(name, 0, "").entry()))) {
          long rows = TableFile.write(snapshot, name, out);
          tables.add(new Manifest.Table(name, rows, Digests.hex(out)));
        }
      }
    }
    List<Manifest.Entry> files = new ArrayList<>();
    for (String folder : FOLDERS) {
      for (Path file : FileTree.files(data.resolve(folder))) {
        copy(writer, file, files);
      }
    }
    return new Manifest(
        Manifest.FORMAT, now, relayVersion, database.toString(), version, tables, files);
  }

  /// A file that is gone by now was nobody's any more.
  private void copy(BackupWriter writer, Path file, List<Manifest.Entry> files) throws IOException {
    Path name = file.getFileName();
    if (name == null || name.toString().contains(".part")) {
      return;
    }
    String path = FileTree.relative(data, file);
    try (InputStream in = Files.newInputStream(file);
        DigestOutputStream out =
            Digests.of(writer.entry(new Manifest.Entry(path, 0, "").entry()))) {
      long size = in.transferTo(out);
      files.add(new Manifest.Entry(path, size, Digests.hex(out)));
    } catch (NoSuchFileException e) {
      return;
    }
  }
}
