package dev.windowshop.relay.app;

import dev.windowshop.relay.backup.Restore;
import dev.windowshop.relay.backup.UnusableBackupException;
import dev.windowshop.relay.db.DatabaseAddress;
import dev.windowshop.relay.db.DatabaseUnavailableException;
import dev.windowshop.relay.db.Inspection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `restore`: a backup into a place that no relay serves.
@Command(
    name = "restore",
    description = {
      "Put a backup into a data folder and its database, of either sort. Everything in it is"
          + " checked first.",
      "Clients notice by themselves that the relay has another past: they fetch everything again and"
          + " send what they had not sent."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR|FILE.zip", description = "What 'relay backup' made.")
  private Path source;

  @Mixin private DataOption data;

  @Mixin private DatabaseOptions database;

  @Option(
      names = "--force",
      description =
          "Put it in place of what is there. Files and a SQLite database are set aside in the data"
              + " folder; what is in a PostgreSQL database is dropped.")
  private boolean force;

  @Override
  public Integer call() {
    Path folder = DataFolder.prepare(data.folder());
    DatabaseAddress address = database.config(folder).address();
    try (DataFolder held = DataFolder.hold(folder)) {
      refuseWhileServed(address);
      Restore.Summary summary = new Restore(folder, address).from(source, force, Instant.now());
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "Restored %d rows and %d files as they were at %s.%n",
          summary.rows(), summary.files(), summary.madeAt());
      if (summary.aside() != null) {
        out.println("What was there before is in " + summary.aside() + ".");
      }
      out.flush();
      return 0;
    } catch (UnusableBackupException | DatabaseUnavailableException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void refuseWhileServed(DatabaseAddress address) {
    if (address instanceof DatabaseAddress.Postgres) {
      try (Inspection inspection = Inspection.of(address)) {
        if (inspection.relays() > 0) {
          throw new CannotStartException("A relay is using " + address + ": stop it first.");
        }
      } catch (SQLException e) {
        throw new CannotStartException(address + " can't be read: " + e.getMessage() + ".", e);
      }
    }
  }
}
