package dev.windowshop.relay.app;

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
}
