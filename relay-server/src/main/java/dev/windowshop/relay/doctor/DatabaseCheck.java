package dev.windowshop.relay.doctor;

import dev.windowshop.relay.chat.CounterRepository;
import dev.windowshop.relay.db.DatabaseAddress;
import dev.windowshop.relay.db.DatabaseUnavailableException;
import dev.windowshop.relay.db.Inspection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.JdbiException;

/// The database: reachable, whole, of this version, safely set up.
final class DatabaseCheck {
  private static final String RESTORE =
      "Stop the relay, keep a copy of the database as it is, and restore the last backup.";

  private final DatabaseAddress address;

  DatabaseCheck(DatabaseAddress address) {
    this.address = address;
  }

  List<Finding> look() {
    if (address instanceof DatabaseAddress.Sqlite(Path file) && !Files.exists(file)) {
      return List.of(
          Finding.ok("There is no database " + file + " yet; the first start makes it."));
    }
    try (Inspection inspection = Inspection.of(address)) {
      return look(inspection);
    } catch (DatabaseUnavailableException e) {
      return List.of(
          Finding.failed(
              String.valueOf(e.getMessage()), "The relay can't start like this either."));
    } catch (SQLException | JdbiException e) {
      return List.of(Finding.failed(address + " can't be read: " + e.getMessage() + ".", RESTORE));
    }
  }

  private List<Finding> look(Inspection inspection) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    int behind = inspection.behind();
    if (behind < 0) {
      findings.add(
          Finding.failed(
              address + " was used by a newer relay.", "Use that version of the relay, or newer."));
    } else {
      findings.add(
          Finding.ok(
              address
                  + (behind == 0
                      ? " is of this version."
                      : " is of an older version; the next start brings it up to date.")));
    }
    List<String> damage = new ArrayList<>(inspection.damage());
    if (behind == 0) {
      damage.addAll(inspection.read(new CounterRepository()::wrong));
    }
    damage.forEach(what -> findings.add(Finding.failed("The database: " + what + ".", RESTORE)));
    if (damage.isEmpty()) {
      findings.add(Finding.ok("The database is whole: nothing is damaged, no row is orphaned."));
    }
    inspection
        .doubtfulSettings()
        .forEach(what ->
            findings.add(
                Finding.failed("The database server: " + what + ".", "Change that setting.")));
    if (address instanceof DatabaseAddress.Sqlite(Path file)) {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        findings.add(FolderCheck.room(folder));
      }
    }
    return findings;
  }
}
