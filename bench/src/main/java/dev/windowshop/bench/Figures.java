package dev.windowshop.bench;

import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a benchmark measured: rows of samples, printed as a table and written as JSON.
final class Figures {
  private final String benchmark;
  private final String unit;
  private final Map<String, double[]> rows = new LinkedHashMap<>();

  Figures(String benchmark, String unit) {
    this.benchmark = benchmark;
    this.unit = unit;
  }

  void row(String name, List<Double> samples) {
    rows.put(name, samples.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  double median(String name) {
    double[] samples = rows.getOrDefault(name, new double[] {Double.NaN});
    return samples.length == 0 ? Double.NaN : samples[samples.length / 2];
  }

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT, "%-44s %10s %10s %10s %6s%n", benchmark, "min", "median", "max", "runs");
    rows.forEach((name, samples) ->
        out.printf(
            Locale.ROOT,
            "%-44s %10.1f %10.1f %10.1f %6d%n",
            name + " (" + unit + ")",
            samples.length == 0 ? Double.NaN : samples[0],
            median(name),
            samples.length == 0 ? Double.NaN : samples[samples.length - 1],
            samples.length));
  }

  /// Writes `bench/target/results/NAME.json` below the repository.
  Path write(Path root) throws IOException {
    List<Map<String, Object>> out = new ArrayList<>();
    rows.forEach((name, samples) ->
        out.add(
            Map.of(
                "name", name, "unit", unit, "samples", Arrays.stream(samples).boxed().toList())));
    Path file = root.resolve("bench/target/results/" + benchmark + ".json");
    Files.createDirectories(file.getParent());
    Files.write(
        file,
        Json.encodeBytes(
            Map.of("benchmark", benchmark, "at", Instant.now().toString(), "rows", out)));
    return file;
  }
}
