package dev.windowshop.relay.backup;

import dev.windowshop.relay.auth.OwnerOnly;
import dev.windowshop.relay.db.DatabaseAddress;
import dev.windowshop.relay.db.Reload;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts a backup into a data folder and a database, of either sort, that no relay serves.
///
/// Everything in the backup is checked before anything is touched, and prepared beside what is
/// there before it takes its place. The relay gets a new epoch, by which clients notice that their
/// counters mean nothing any more.
public final class Restore {
  private static final String STAGE = "restoring";

  private final Path data;
  private final DatabaseAddress database;

  public Restore(Path data, DatabaseAddress database) {
    this.data = data;
    this.database = database;
  }

  /// What was restored.
  ///
  /// @param aside where what was there before is now; null when nothing was
  public record Summary(Instant madeAt, long rows, int files, @Nullable Path aside) {}

  /// @param force put it in place of what is there
  /// @throws UnusableBackupException saying why it can't
  public Summary from(Path source, boolean force, Instant now) {
    try (BackupReader backup = BackupReader.of(source)) {
      Manifest manifest = backup.manifest();
      check(source, backup, manifest);
      if (!force && isUsed()) {
        throw new UnusableBackupException(
            "There is a relay's data in "
                + data
                + " or its database already. Name an empty place, or give --force to put the backup"
                + " in its place.");
      }
      Path stage = data.resolve(STAGE);
      FileTree.delete(stage);
      OwnerOnly.folder(stage);
      files(backup, manifest, stage);
      Path aside = swap(backup, manifest, stage, now);
      FileTree.delete(stage);
      return new Summary(
          manifest.createdAt(),
          manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
          manifest.files().size(),
          aside);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new UnusableBackupException(source + " can't be restored: " + Failures.sentence(e), e);
    }
  }

  private static void check(Path source, BackupReader backup, Manifest manifest)
      throws IOException {
    for (Manifest.Table table : manifest.tables()) {
      check(source, backup, table.entry(), table.sha256());
    }
    for (Manifest.Entry file : manifest.files()) {
      check(source, backup, file.entry(), file.sha256());
    }
  }

  private static void check(Path source, BackupReader backup, String entry, String sha256)
      throws IOException {
    String real;
    try {
      real = Digests.hex(backup.entry(entry));
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new UnusableBackupException(source + " is damaged: it has no " + entry + ".", e);
    }
    if (!real.equals(sha256)) {
      throw new UnusableBackupException(source + " is damaged: " + entry + " was changed.");
    }
  }

  private boolean isUsed() throws IOException {
    for (String folder : Backup.FOLDERS) {
      if (!FileTree.files(data.resolve(folder)).isEmpty()) {
        return true;
      }
    }
    return switch (database) {
      case DatabaseAddress.Sqlite(Path file) -> Files.exists(file);
      case DatabaseAddress.Postgres postgres -> Reload.isUsed(postgres);
    };
  }

  private static void files(BackupReader backup, Manifest manifest, Path stage) throws IOException {
    for (Manifest.Entry entry : manifest.files()) {
      Path file = stage.resolve(entry.path()).normalize();
      Path parent = file.getParent();
      if (parent == null
          || Backup.FOLDERS.stream().noneMatch(own -> file.startsWith(stage.resolve(own)))) {
        throw new UnusableBackupException(
            "The backup names a file outside of the data folder: " + entry.path());
      }
      OwnerOnly.folder(parent);
      OwnerOnly.file(file);
      try (InputStream in = backup.entry(entry.entry());
          OutputStream out = Files.newOutputStream(file)) {
        in.transferTo(out);
      }
    }
  }

  /// @return where what was there went
  private @Nullable Path swap(BackupReader backup, Manifest manifest, Path stage, Instant now)
      throws Exception {
    Path aside = data.resolve("before-restore-" + now.toString().replaceAll("[^0-9TZ]", "-"));
    boolean moved = false;
    switch (database) {
      case DatabaseAddress.Sqlite(Path file) -> {
        Path fresh = stage.resolve("relay.db");
        load(backup, manifest, new DatabaseAddress.Sqlite(fresh));
        for (String suffix : List.of("-wal", "-shm", "")) {
          moved |= move(suffixed(file, suffix), suffixed(aside.resolve("relay.db"), suffix));
        }
        move(suffixed(fresh, "-wal"), suffixed(file, "-wal"));
        move(fresh, file);
      }
      case DatabaseAddress.Postgres postgres -> {
        Reload.clear(postgres);
        load(backup, manifest, postgres);
      }
    }
    for (String folder : Backup.FOLDERS) {
      moved |= move(data.resolve(folder), aside.resolve(folder));
      move(stage.resolve(folder), data.resolve(folder));
    }
    return moved ? aside : null;
  }

  private static Path suffixed(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /// @return false when it is not there
  private static boolean move(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return false;
    }
    Path parent = to.toAbsolutePath().getParent();
    if (parent != null) {
      OwnerOnly.folder(parent);
    }
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private static void load(BackupReader backup, Manifest manifest, DatabaseAddress into)
      throws Exception {
    List<String> torn = new ArrayList<>();
    try (Reload reload = new Reload(into, manifest.version())) {
      for (Manifest.Table table : manifest.tables()) {
        try (InputStream in = backup.entry(table.entry())) {
          if (TableFile.read(in, table.name(), reload) != table.rows()) {
            torn.add(table.name());
          }
        }
      }
      if (!torn.isEmpty()) {
        throw new IOException("rows are missing from " + String.join(", ", torn));
      }
      reload.finish("epoch", UUID.randomUUID().toString());
    }
  }
}
