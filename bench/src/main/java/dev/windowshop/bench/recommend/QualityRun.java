package dev.windowshop.bench.recommend;

import dev.windowshop.relay.recommend.BuildStats;
import dev.windowshop.relay.recommend.file.BrokenLines;
import dev.windowshop.relay.recommend.file.FileRecommendation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs the engine, through its files, and the simple methods on one data set.
final class QualityRun {
  private static final int COUNT = 100;

  private QualityRun() {}

  record Outcome(Map<String, Quality> byMethod, BuildStats built, double seconds) {}

  static Outcome of(DataSet data, Path folder) throws IOException {
    Map<String, Quality> byMethod = new LinkedHashMap<>();
    new Baselines(data)
        .all()
        .forEach((name, method) -> byMethod.put(name, Quality.of(data, method)));
    Path out = folder.resolve(data.name() + ".csv");
    long began = System.nanoTime();
    FileRecommendation.Outcome outcome =
        new FileRecommendation(
                new FileRecommendation.Task(
                    data.train(),
                    data.writeUsers(folder),
                    data.queries(),
                    data.items(),
                    out,
                    data.mode(),
                    false,
                    COUNT),
                new BrokenLines(line -> {}))
            .run();
    double seconds = (System.nanoTime() - began) / 1e9;
    Map<String, List<String>> answers = read(out);
    byMethod.put("Windowshop", Quality.of(data, user -> answers.getOrDefault(user, List.of())));
    return new Outcome(byMethod, outcome.built(), seconds);
  }

  private static Map<String, List<String>> read(Path csv) throws IOException {
    Map<String, List<String>> answers = new HashMap<>();
    try (BufferedReader reader = Files.newBufferedReader(csv)) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split(",", 3);
        answers.computeIfAbsent(fields[0], user -> new ArrayList<>()).add(fields[2]);
      }
    }
    return answers;
  }
}
