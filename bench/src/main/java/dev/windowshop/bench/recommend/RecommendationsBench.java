package dev.windowshop.bench.recommend;

import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How well the recommender foretells, beside simple methods in the same run, and how fast it is.
@Command(
    name = "recommendations",
    mixinStandardHelpOptions = true,
    description = {
      "Quality and speed of the recommender.",
      "Quality: each folder of --data with train.tsv[.gz] and holdout.tsv[.gz] (queries, items"
          + " where there are), and data made by chance in other shapes.",
      "Speed: a shop made by chance, built and asked while events arrive."
    },
    sortOptions = false)
public final class RecommendationsBench implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "data sets to measure quality on")
  private @Nullable Path data;

  @Option(names = "--no-shapes", description = "leave out the data made by chance")
  private boolean noShapes;

  @Option(names = "--no-scale", description = "leave out the speed of a large shop")
  private boolean noScale;

  @Option(names = "--items", defaultValue = "1000000", description = "of the large shop")
  private int items;

  @Option(names = "--users", defaultValue = "1000000", description = "of the large shop")
  private int users;

  @Option(names = "--events", defaultValue = "10000000", description = "of the large shop")
  private int events;

  @Option(names = "--queries", defaultValue = "20000", description = "asked of the large shop")
  private int queries;

  private final Path root = Path.of(System.getProperty("windowshop.root", ".")).toAbsolutePath();
  private final Map<String, Object> results = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintStream out = System.out;
    Path work = Files.createTempDirectory("windowshop-bench");
    List<DataSet> sets = new ArrayList<>();
    if (data != null) {
      sets.addAll(DataSet.in(data));
    }
    if (!noShapes) {
      Path shapes = work.resolve("shapes");
      new Shapes(shapes, 7).writeAll();
      sets.addAll(DataSet.in(shapes));
    }
    List<Map<String, Object>> quality = new ArrayList<>();
    for (DataSet set : sets) {
      quality.add(quality(set, work, out));
    }
    results.put("quality", quality);
    if (!noScale) {
      out.printf(Locale.ROOT, "%n%,d items, %,d users, %,d events%n", items, users, events);
      ManyEvents shop = new ManyEvents(items, users, events, System.currentTimeMillis());
      Map<String, Double> scale = new ScaleRun(shop, 500).run(queries);
      scale.forEach((name, value) -> out.printf(Locale.ROOT, "%-48s %12.3f%n", name, value));
      results.put("scale", scale);
    }
    results.put("at", Instant.now().toString());
    Path file = root.resolve("bench/target/results/recommendations.json");
    Files.createDirectories(file.getParent());
    Files.write(file, Json.encodeBytes(results));
    out.println("Written to " + file);
    return 0;
  }

  private static Map<String, Object> quality(DataSet set, Path work, PrintStream out)
      throws IOException {
    QualityRun.Outcome outcome = QualityRun.of(set, work);
    out.printf(
        Locale.ROOT,
        "%n%s: %,d events, %,d answered in %.1f s%n%-30s %8s %8s %12s %10s%n",
        set.name(),
        set.events().size(),
        set.targets().size(),
        outcome.seconds(),
        "method",
        "R@20",
        "N@10",
        "coverage@20",
        "had before");
    outcome
        .byMethod()
        .forEach((name, one) ->
            out.printf(
                Locale.ROOT,
                "%-30s %8.4f %8.4f %12.3f %10d%n",
                name,
                one.recall20(),
                one.ndcg10(),
                one.coverage20(),
                one.forbidden()));
    return Map.of("data", set.name(), "seconds", outcome.seconds(), "methods", outcome.byMethod());
  }
}
