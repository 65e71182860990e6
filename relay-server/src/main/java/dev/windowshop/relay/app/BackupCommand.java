package dev.windowshop.relay.app;

import dev.windowshop.relay.backup.Backup;
import dev.windowshop.relay.backup.UnusableBackupException;
import dev.windowshop.relay.db.DatabaseUnavailableException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `backup`: database, pictures, files and keys, also while a relay serves them.
@Command(
    name = "backup",
    description = {
      "Save everything that a relay has, also while it serves: the database as it is at one moment,"
          + " pictures, files and keys.",
      "The backup holds secrets. It is readable by its owner only: keep it so."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR|FILE.zip",
      description = "A new folder, or a zip file where the name ends in .zip.")
  private Path target;

  @Mixin private DataOption data;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    Path folder = data.existing();
    try {
      Backup backup = new Backup(folder, database.config(folder).address(), Relay.version());
      Backup.Summary summary = backup.make(target, Instant.now());
      spec.commandLine()
          .getOut()
          .printf(
              "Saved %d rows and %d files (%d MB) in %s.%n",
              summary.rows(), summary.files(), summary.bytes() / 1_000_000, target);
      spec.commandLine().getOut().flush();
      return 0;
    } catch (UnusableBackupException | DatabaseUnavailableException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
  }
}
