package dev.windowshop.relay.doctor;

import dev.windowshop.relay.auth.SigningKeys;
import dev.windowshop.relay.backup.LastBackup;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The data folder: permissions, keys, room, backups.
final class FolderCheck {
  private static final long MEGABYTE = 1_000_000;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path data;

  FolderCheck(Path data) {
    this.data = data;
  }

  List<Finding> look(Instant now, Duration backupAge) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Files.isWritable(data)
            ? Finding.ok("The data folder " + data + " can be written.")
            : Finding.failed(
                "The data folder " + data + " can't be written.",
                "Give it to the user that the relay runs as."));
    findings.addAll(secrets());
    findings.add(room(data));
    findings.add(backup(now, backupAge));
    return findings;
  }

  private List<Finding> secrets() {
    Path secrets = data.resolve("secrets");
    if (!Files.isDirectory(secrets)) {
      return List.of(Finding.ok("There are no keys yet; the first start makes them."));
    }
    List<Finding> findings = new ArrayList<>();
    try (Stream<Path> files = Files.walk(secrets)) {
      List<Path> open = files.filter(FolderCheck::isOpenToOthers).toList();
      for (Path file : open) {
        findings.add(
            Finding.failed(
                "Other users of this machine can read or change " + file + ".",
                "chmod go-rwx '" + file + "', and rotate the keys if somebody may have."));
      }
      SigningKeys.open(data);
      if (open.isEmpty()) {
        findings.add(Finding.ok("The keys are readable, by their owner only."));
      }
    } catch (IOException e) {
      findings.add(
          Finding.failed(
              "The keys in " + secrets + " can't be used: " + e.getMessage() + ".",
              "Restore them from a backup; without them everybody has to sign in again."));
    }
    return findings;
  }

  static boolean isOpenToOthers(Path file) {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  static Finding room(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      long free = store.getUsableSpace();
      String what = free / MEGABYTE + " MB are free where " + folder + " is";
      if (free < 200 * MEGABYTE) {
        return Finding.failed(
            what + ": writes will soon be refused.", "Make room, or move the data folder.");
      }
      return free < 2000 * MEGABYTE && free < store.getTotalSpace() / 10
          ? Finding.warning(what + ".", "Make room before it is full.")
          : Finding.ok(what + ".");
    } catch (IOException e) {
      return Finding.warning(
          "How much room there is can't be found out: " + e.getMessage() + ".", "Look with df.");
    }
  }

  private Finding backup(Instant now, Duration backupAge) {
    return LastBackup.of(data)
        .map(last -> {
          Duration age = Duration.between(last.at(), now);
          String what =
              "The last backup is "
                  + (age.toDays() > 0 ? age.toDays() + " days" : age.toHours() + " hours")
                  + " old: "
                  + last.target();
          return age.compareTo(backupAge) > 0
              ? Finding.warning(what + ".", "relay backup, from a timer every day.")
              : Finding.ok(what + ".");
        })
        .orElseGet(() ->
            Finding.warning(
                "No backup was ever made.",
                "relay backup DIR --data " + data + ", from a timer every day."));
  }
}
