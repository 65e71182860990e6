package dev.windowshop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// From process start to the first useful frame: an empty window and the app, each plain and with
/// an AOT cache trained by a run of its own; and the relay, to its address line. The app's relay
/// runs beside it with the demo shop, and its profile has been used once, as a shopper's would.
@Command(
    name = "startup",
    mixinStandardHelpOptions = true,
    description = "Start-up of app, relay and an empty window.")
public final class StartupBench implements Callable<Integer> {
  static final String FIRST_FRAME = "windowshop: first useful frame";

  @Option(names = "--runs", defaultValue = "9", description = "counted runs of each, interleaved")
  private int runs;

  private final Path root = Path.of(System.getProperty("windowshop.root", ".")).toAbsolutePath();
  private final String launcher = ProcessHandle.current().info().command().orElse("java");

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("windowshop-bench");
    Figures figures = new Figures("startup", "ms");
    PrintStream out = System.out;
    try (Running relay = relay(work.resolve("relay"))) {
      List<String> empty =
          List.of("-cp", System.getProperty("java.class.path"), EmptyWindow.class.getName());
      List<String> app =
          List.of(
              "-Dwindowshop.timing=true",
              "-Dwindowshop.exitAfterFirstFrame=true",
              "-cp",
              root.resolve("client-app/target/client-app.jar")
                  + ":"
                  + root.resolve("client-app/target/lib")
                  + "/*",
              "dev.windowshop.client.app.ClientMain",
              "--relay",
              relay.address,
              "--profile",
              "bench-startup");
      firstFrame(app);
      firstFrame(app);
      Path emptyCache = train(work.resolve("empty.aot"), empty);
      Path appCache = train(work.resolve("app.aot"), app);
      List<List<Double>> samples = new ArrayList<>();
      for (int kind = 0; kind < 5; kind++) {
        samples.add(new ArrayList<>());
      }
      for (int run = 0; run < runs; run++) {
        samples.get(0).add(firstFrame(empty));
        samples.get(1).add(firstFrame(with("-XX:AOTCache=" + emptyCache, empty)));
        samples.get(2).add(firstFrame(app));
        samples.get(3).add(firstFrame(with("-XX:AOTCache=" + appCache, app)));
        long start = System.nanoTime();
        try (Running second = relay(work.resolve("relay-again"))) {
          samples.get(4).add((second.ready - start) / 1e6);
        }
      }
      figures.row("empty window", samples.get(0));
      figures.row("empty window, AOT cache", samples.get(1));
      figures.row("app", samples.get(2));
      figures.row("app, AOT cache", samples.get(3));
      figures.row("relay with the demo shop", samples.get(4));
    }
    figures.print(out);
    out.printf(
        java.util.Locale.ROOT,
        "app with AOT cache / empty window without: %.2f (budget 1.60)%n",
        figures.median("app, AOT cache") / figures.median("empty window"));
    out.println(figures.write(root));
    return 0;
  }

  private static List<String> with(String flag, List<String> command) {
    List<String> all = new ArrayList<>(List.of(flag));
    all.addAll(command);
    return all;
  }

  private Path train(Path cache, List<String> command) throws IOException, InterruptedException {
    firstFrame(with("-XX:AOTCacheOutput=" + cache, command));
    if (!Files.exists(cache)) {
      throw new IOException("no AOT cache was written to " + cache);
    }
    return cache;
  }

  private double firstFrame(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (Running process = start(command, FIRST_FRAME)) {
      double millis = (process.ready - start) / 1e6;
      if (!process.process.waitFor(120, TimeUnit.SECONDS)) {
        throw new IOException("it did not exit after its first frame");
      }
      return millis;
    }
  }

  private Running relay(Path data) throws IOException {
    return start(
        List.of(
            "-jar",
            root.resolve("relay-server/target/relay-server.jar").toString(),
            "serve",
            "--data",
            data.toString(),
            "--port",
            "0",
            "--demo"),
        "http://");
  }

  private Running start(List<String> command, String awaited) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                launcher,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC"));
    all.addAll(command);
    Process process =
        new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(awaited)) {
        long ready = System.nanoTime();
        int http = line.indexOf("http://");
        return new Running(process, ready, http < 0 ? "" : line.substring(http).trim());
      }
    }
    process.destroyForcibly();
    throw new IOException("'" + awaited + "' was never printed by " + String.join(" ", all));
  }

  private record Running(Process process, long ready, String address) implements AutoCloseable {
    @Override
    public void close() throws InterruptedException {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}
