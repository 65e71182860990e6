package dev.windowshop.relay.app;

import dev.windowshop.relay.db.DatabaseAddress;
import dev.windowshop.relay.db.DatabaseConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `--database` and what goes with it, the same for every command that opens one.
final class DatabaseOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "Where the data is: postgresql://USER:PASSWORD@HOST:PORT/DATABASE, or a SQLite file"
              + " (default: relay.db in the data folder). Prefer WINDOWSHOP_DATABASE when there is a"
              + " password in it.")
  private @Nullable String database;

  @Option(
      names = "--slow-query-ms",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "Statements that take longer are logged, 0 for none (default: ${DEFAULT-VALUE}).")
  private int slowQueryMs;

  DatabaseConfig config(Path data) {
    if (slowQueryMs < 0) {
      throw new ParameterException(spec.commandLine(), "--slow-query-ms must not be negative.");
    }
    return new DatabaseConfig(address(data), Duration.ofMillis(slowQueryMs));
  }

  private DatabaseAddress address(Path data) {
    String given = database;
    if (given == null) {
      return DatabaseAddress.inFolder(data);
    }
    try {
      return DatabaseAddress.parse(given);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--database: " + e.getMessage());
    }
  }
}
