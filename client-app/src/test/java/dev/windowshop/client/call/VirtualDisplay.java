package dev.windowshop.client.call;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A display that nobody sees, of a test's own: Xvfb under a number that it finds itself.
final class VirtualDisplay implements AutoCloseable {
  private final Process server;
  private final int number;

  static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "Xvfb")));
  }

  VirtualDisplay(int width, int height) throws IOException {
    server =
        new ProcessBuilder(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                width + "x" + height + "x24",
                "-nolisten",
                "tcp",
                "-ac")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // It says its number when it is ready, and nothing after.
    BufferedReader out = server.inputReader();
    String line = out.readLine();
    if (line == null) {
      throw new IOException("Xvfb does not start");
    }
    number = Integer.parseInt(line.strip());
  }

  int number() {
    return number;
  }

  /// As programs are told of it.
  String name() {
    return ":" + number;
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().join();
  }
}
