package dev.windowshop.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process of a benchmark's, spoken with by lines. Ends with the benchmark.
public final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;
  private final Thread hook;

  /// @param log where its standard error goes
  public Child(Path folder, Path log, List<String> command) throws IOException {
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    in =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    hook = new Thread(process::destroyForcibly, "end-child");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  public long pid() {
    return process.pid();
  }

  /// The address in the line that says where it listens.
  public String awaitAddress() throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      int http = line.indexOf("http://");
      if (http >= 0) {
        return line.substring(http).trim();
      }
    }
    throw new IOException("it ended without saying where it listens");
  }

  /// Says a line and waits for the one that answers it.
  public String ask(String line) throws IOException {
    in.write(line);
    in.newLine();
    in.flush();
    String answer = out.readLine();
    if (answer == null) {
      throw new IOException("it ended without an answer");
    }
    return answer;
  }

  /// The last line that it says before it ends well.
  public String awaitEnd() throws IOException, InterruptedException {
    String last = "";
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      last = line;
    }
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException("it ended with " + code + ": " + last);
    }
    return last;
  }

  /// As `kill -9` does.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The benchmark itself is ending.
    }
  }
}
