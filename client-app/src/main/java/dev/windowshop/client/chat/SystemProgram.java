package dev.windowshop.client.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Shows a file in the program that the system has for it. Blocks for a moment.
public final class SystemProgram implements Consumer<Path> {
  @Override
  public void accept(Path file) {
    try {
      Process process =
          new ProcessBuilder(command(file.toAbsolutePath().toString()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // Some openers stay as long as the program does: one that ends at once says how it went.
      if (process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() != 0) {
        throw new IOException("The system has no program for " + file.getFileName());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(String path) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", path);
    }
    return List.of(system.contains("mac") ? "open" : "xdg-open", path);
  }
}
