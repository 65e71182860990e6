package dev.windowshop.relay.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--data`, the same for every command.
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "windowshop-data",
      description = "Folder of the database, secrets and pictures (default: ./${DEFAULT-VALUE}).")
  private Path data;

  /// Read before the others are: see [Settings].
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration file with lines such as 'port = 4000'.")
  private @Nullable Path config;

  Path folder() {
    return data;
  }

  /// For commands that make nothing.
  ///
  /// @throws CannotStartException when it is not there
  Path existing() {
    if (!Files.isDirectory(data)) {
      throw new CannotStartException("There is no data folder " + data + ": name it with --data.");
    }
    return data.toAbsolutePath().normalize();
  }
}
