package dev.windowshop.bench;

import dev.windowshop.protocol.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `fuzz`: runs one of the relay's fuzz targets under Jazzer for a while, in a JVM of its own.
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Feeds a decoder of the relay inputs that are bred to reach new code.")
public final class FuzzCommand implements Callable<Integer> {
  /// What can be fuzzed; each is a class among the relay's tests, with a corpus of that name.
  enum Target {
    PACKET("dev.windowshop.relay.socketio.PacketFuzz"),
    PAYLOAD("dev.windowshop.relay.socketio.engine.PayloadFuzz"),
    CSV("dev.windowshop.relay.store.csv.ProductFileFuzz"),
    HTML("dev.windowshop.relay.store.csv.HtmlTextFuzz"),
    SNIFF("dev.windowshop.relay.attachment.media.SnifferFuzz");

    private final String className;

    Target(String className) {
      this.className = className;
    }

    String corpus() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
  private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+) ft: (\\d+)");

  @Parameters(paramLabel = "TARGET", description = "${COMPLETION-CANDIDATES}")
  private Target target;

  @Option(names = "--seconds", defaultValue = "60", description = "how long (${DEFAULT-VALUE})")
  private int seconds;

  private final Path root = RelayJar.ofRepository().root();

  @Override
  public Integer call() throws Exception {
    Path work = Files.createDirectories(root.resolve("bench/target/fuzz/" + target.corpus()));
    Path bred = Files.createDirectories(work.resolve("corpus"));
    Path log = work.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                RelayJar.java(),
                "-XX:+EnableDynamicAgentLoading",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                root.resolve("relay-server/target/test-classes")
                    + File.pathSeparator
                    + root.resolve("bench/target/lib")
                    + "/*",
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className,
                "--instrumentation_includes=dev.windowshop.**:de.siegmar.fastcsv.**",
                // It trips over the queues of Netty, which use Unsafe as they should.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer",
                "-max_total_time=" + seconds,
                // The first input loads all classes, instrumented: on a busy machine 10 s were not
                // enough.
                "-timeout=60",
                "-rss_limit_mb=4096",
                "-max_len=8192",
                "-print_final_stats=1",
                "-artifact_prefix=" + work + "/",
                bred.toString(),
                root.resolve("relay-server/src/test/resources/fuzz/" + target.corpus()).toString())
            .directory(work.toFile())
            .redirectErrorStream(true)
            .start();
    long runs = 0;
    String coverage = "";
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var out = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(line);
        out.newLine();
        Matcher stat = RUNS.matcher(line);
        runs = stat.find() ? Long.parseLong(stat.group(1)) : runs;
        Matcher cov = COVERAGE.matcher(line);
        coverage = cov.find() ? cov.group(1) : coverage;
      }
    }
    int status = process.waitFor();
    List<String> found = findings(work);
    System.out.printf(
        Locale.ROOT,
        "%s: %d inputs in %d s, %s edges reached, %s; log in %s%n",
        target.corpus(),
        runs,
        seconds,
        coverage,
        found.isEmpty() ? "nothing found" : "found " + found,
        log);
    write(runs, coverage, found);
    return status == 0 && runs > 0 && found.isEmpty() ? 0 : 1;
  }

  private static List<String> findings(Path work) throws IOException {
    try (var files = Files.list(work)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(crash|timeout|oom)-.*"))
          .sorted()
          .toList();
    }
  }

  private void write(long runs, String coverage, List<String> found) throws IOException {
    Path file = root.resolve("bench/target/results/fuzz-" + target.corpus() + ".json");
    Files.createDirectories(file.getParent());
    Files.write(
        file,
        Json.encodeBytes(
            Map.of(
                "benchmark", "fuzz",
                "target", target.corpus(),
                "at", Instant.now().toString(),
                "seconds", seconds,
                "inputs", runs,
                "edges", coverage,
                "found", found)));
  }
}
