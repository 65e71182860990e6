package dev.windowshop.relay.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// A script of `src/test/node` that runs beside a test, with Socket.IO's own client. A machine
/// without Node.js skips the test and says so; `./windowshop test` installs it where it can.
public final class NodeClient implements AutoCloseable {
  private static final int WAIT_SECONDS = 60;
  private static final String END = "\u0000";
  private static final Path SOURCE = Path.of("src/test/node");

  /// One for each JVM that runs tests at the same time.
  private static final Path FOLDER =
      Path.of("target/node-client-" + System.getProperty("surefire.forkNumber", "1"));

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> all = new ArrayList<>();

  private NodeClient(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().name("node-output").start(this::read);
  }

  /// Installs the client where that has not been done, and starts a script.
  public static NodeClient start(String script, String... arguments)
      throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        works("node", "--version") && works("npm", "--version"),
        "Node.js and npm are not installed: the JavaScript client is not tested.");
    install();
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    return new NodeClient(
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start());
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static synchronized void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    boolean current = Files.isDirectory(FOLDER.resolve("node_modules/socket.io-client"));
    for (String name : List.of(".npmrc", "package.json", "package-lock.json")) {
      Path copy = FOLDER.resolve(name);
      current &= Files.exists(copy) && Files.mismatch(SOURCE.resolve(name), copy) < 0;
      Files.copy(SOURCE.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    for (String name : List.of("layer.js", "chat.js")) {
      Files.copy(SOURCE.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!current) {
      Path log = FOLDER.resolve("npm.log");
      int status =
          new ProcessBuilder("npm", "ci")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      Assertions.assertEquals(0, status, () -> "npm ci failed; see " + log.toAbsolutePath());
    }
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add(String.valueOf(e.getMessage()));
    }
    lines.add(END);
  }

  /// Waits for the script to say this line.
  public void await(String wanted) throws InterruptedException {
    while (true) {
      String line = lines.poll(WAIT_SECONDS, TimeUnit.SECONDS);
      if (line == null || line.equals(END)) {
        Assertions.fail("the script never said '" + wanted + "' but " + all);
        return;
      }
      all.add(line);
      if (line.equals(wanted)) {
        return;
      }
    }
  }

  public void awaitSuccess() throws InterruptedException {
    Assertions.assertTrue(process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS), "it did not end");
    Assertions.assertEquals(0, process.exitValue(), () -> "it failed: " + all + lines);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
