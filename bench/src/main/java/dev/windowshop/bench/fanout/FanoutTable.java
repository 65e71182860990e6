package dev.windowshop.bench.fanout;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Medians of the runs, side by side, and how they stand to the budget.
final class FanoutTable {
  private record Key(int room, Measured.Mode mode, String server) {}

  private final Map<Key, List<Measured>> cells = new LinkedHashMap<>();

  FanoutTable(List<Measured> all) {
    for (Measured one : all) {
      cells
          .computeIfAbsent(
              new Key(one.room(), one.mode(), one.server()), _ -> new java.util.ArrayList<>())
          .add(one);
    }
  }

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-6s %-10s %-6s %13s %9s %9s %14s %5s%n",
        "room",
        "",
        "",
        "deliveries/s",
        "p50 ms",
        "p99 ms",
        "CPU s/million",
        "runs");
    cells.forEach((key, runs) ->
        out.printf(
            Locale.ROOT,
            "%-6d %-10s %-6s %13.0f %9.2f %9.2f %14.2f %5d%n",
            key.room(),
            key.mode().name().toLowerCase(Locale.ROOT),
            key.server(),
            median(runs, Measured::deliveriesPerSecond),
            median(runs, one -> one.result().p50()),
            median(runs, one -> one.result().p99()),
            median(runs, Measured::cpuSecondsPerMillion),
            runs.size()));
    out.println();
    for (Key key : List.copyOf(cells.keySet())) {
      Double times = timesTheReference(key.room(), key.mode());
      if (key.server().equals("relay") && times != null && key.mode() != Measured.Mode.IDLE) {
        out.printf(
            Locale.ROOT,
            "room of %d, %s: %.2f times the reference's deliveries a CPU second%s%n",
            key.room(),
            key.mode().name().toLowerCase(Locale.ROOT),
            times,
            key.room() == 200
                ? key.mode() == Measured.Mode.SATURATED ? " (budget 4)" : " (budget 1.3)"
                : "");
      }
    }
    long missing =
        cells.values().stream().flatMap(List::stream).mapToLong(m -> m.result().missing()).sum();
    long refused =
        cells.values().stream().flatMap(List::stream).mapToLong(m -> m.result().refused()).sum();
    out.printf(
        Locale.ROOT, "deliveries that never came: %d; messages refused: %d%n", missing, refused);
  }

  @Nullable Double timesTheReference(int room, Measured.Mode mode) {
    List<Measured> relay = cells.get(new Key(room, mode, "relay"));
    List<Measured> node = cells.get(new Key(room, mode, "node"));
    return relay == null || node == null
        ? null
        : median(node, Measured::cpuSecondsPerMillion)
            / median(relay, Measured::cpuSecondsPerMillion);
  }

  static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    List<Double> sorted =
        runs.stream().map(figure::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
    return sorted.get(sorted.size() / 2);
  }
}
