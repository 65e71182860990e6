package dev.windowshop.client.call;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A [CallerMain] that runs at a home of another network, as the test speaks with it.
final class FarCaller {
  private final BufferedReader out;
  private final BufferedWriter in;
  private final String userId;
  private final int stamp;

  /// What starts it.
  static ProcessBuilder program(
      Path folder, String relay, String name, int stamp, List<String> flags) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    command.addAll(flags);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            CallerMain.class.getName(),
            folder.toString(),
            relay,
            name,
            Integer.toString(stamp)));
    return new ProcessBuilder(command).redirectError(folder.resolveSibling(name + ".log").toFile());
  }

  FarCaller(Process process, int stamp) throws IOException {
    this.stamp = stamp;
    out = process.inputReader();
    in = process.outputWriter();
    userId = answer();
  }

  String userId() {
    return userId;
  }

  String ask(String line) throws IOException {
    say(line);
    return answer();
  }

  /// For what takes its time; [#answer] comes after.
  void say(String line) throws IOException {
    in.write(line);
    in.newLine();
    in.flush();
  }

  String answer() throws IOException {
    String line = out.readLine();
    if (line == null || line.startsWith("failed")) {
      throw new AssertionError(line == null ? "they are gone" : line);
    }
    return line;
  }

  void seesNewPicturesOf(FarCaller other, int count) throws IOException {
    ask("look " + other.userId + " " + other.stamp + " " + count);
  }
}
