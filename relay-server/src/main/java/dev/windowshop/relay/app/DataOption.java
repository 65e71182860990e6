package dev.windowshop.relay.app;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// `--data`, the same for every command.
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "windowshop-data",
      description = "Folder of the database, secrets and pictures (default: ./${DEFAULT-VALUE}).")
  private Path data;

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
