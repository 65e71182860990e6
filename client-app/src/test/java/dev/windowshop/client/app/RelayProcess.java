package dev.windowshop.client.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A relay in a process of its own, as an operator starts it.
final class RelayProcess implements AutoCloseable {
  private final Process process;
  private final String address;

  private RelayProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /// @param port 0 for any
  static RelayProcess start(Path data, int port) throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.windowshop.relay.app.RelayMain",
                    "serve",
                    "--data",
                    data.toString(),
                    "--port",
                    Integer.toString(port),
                    "--demo"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    if (line == null || !line.contains("http://")) {
      process.destroyForcibly();
      throw new IOException("the relay said '" + line + "' in place of its address");
    }
    return new RelayProcess(process, line.substring(line.indexOf("http://")).trim());
  }

  String address() {
    return address;
  }

  int port() {
    return java.net.URI.create(address).getPort();
  }

  /// As a crash or a power cut would.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// As an operator would.
  ///
  /// @return its exit code
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the relay did not stop within 30 s");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
