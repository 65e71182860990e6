package dev.windowshop.relay.doctor;

import dev.windowshop.relay.db.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Everything that is looked at, in the order in which it is told.
public final class Doctor {
  private final Path data;
  private final DatabaseAddress database;
  private final Exposure exposure;

  public Doctor(Path data, DatabaseAddress database, Exposure exposure) {
    this.data = data;
    this.database = database;
    this.exposure = exposure;
  }

  /// @param backupAge an older backup is a warning
  public List<Finding> look(Instant now, Duration backupAge) {
    List<Finding> findings = new ArrayList<>(new FolderCheck(data).look(now, backupAge));
    findings.addAll(new DatabaseCheck(database).look());
    findings.addAll(exposure.look(now));
    return findings;
  }
}
