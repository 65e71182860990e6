package dev.windowshop.client.app;

import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The profile's log file: where failures go that nobody expected. The screen never shows a trace.
final class DiagnosticsLog {
  private static final int BYTES = 1_000_000;
  private static final int FILES = 3;

  /// Kept, because java.util.logging forgets the settings of loggers that nobody holds.
  private static final Logger ROOT = Logger.getLogger("");

  private DiagnosticsLog() {}

  /// From here on everything is logged there, and nothing to the console.
  ///
  /// @return the folder
  static Path open(Profile profile) throws IOException {
    Path folder = Files.createDirectories(profile.data().resolve("logs"));
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
    LogManager.getLogManager().reset();
    FileHandler handler =
        new FileHandler(folder.resolve("windowshop-%g.log").toString(), BYTES, FILES, true);
    handler.setFormatter(new SimpleFormatter());
    handler.setLevel(Level.ALL);
    ROOT.addHandler(handler);
    ROOT.setLevel(Level.INFO);
    Thread.setDefaultUncaughtExceptionHandler(Workers::uncaught);
    return folder;
  }

  static void close() {
    for (Handler handler : ROOT.getHandlers()) {
      handler.close();
    }
  }
}
