package dev.windowshop.bench.recommend;

import dev.windowshop.relay.recommend.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The methods that a small shop could otherwise have, on the same data: what is popular, what was
/// popular lately, item-kNN (cosine) and RP3β.
final class Baselines {
  private static final int COUNT = 100;
  private static final int NEIGHBOURS = 100;
  private static final double BETA = 0.6;
  private static final double DAY = 86_400_000.0;

  private final DataSet data;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final int[][] rows;
  private final int[][] columns;

  Baselines(DataSet data) {
    this.data = data;
    Map<String, Set<Integer>> byRow = new LinkedHashMap<>();
    for (Event event : data.events()) {
      int item =
          numbers.computeIfAbsent(
              event.item(),
              name -> {
                names.add(name);
                return names.size() - 1;
              });
      String row = event.basket() == null ? event.actor() : event.basket();
      byRow.computeIfAbsent(row, key -> new LinkedHashSet<>()).add(item);
    }
    rows =
        byRow.values().stream()
            .map(items -> items.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    int[] sizes = new int[names.size()];
    for (int[] row : rows) {
      for (int item : row) {
        sizes[item]++;
      }
    }
    columns = new int[names.size()][];
    for (int item = 0; item < columns.length; item++) {
      columns[item] = new int[sizes[item]];
    }
    int[] next = new int[columns.length];
    for (int row = 0; row < rows.length; row++) {
      for (int item : rows[row]) {
        columns[item][next[item]++] = row;
      }
    }
  }

  Map<String, Function<String, List<String>>> all() {
    Map<String, Function<String, List<String>>> all = new LinkedHashMap<>();
    double[] ever = popularity(Double.POSITIVE_INFINITY);
    double[] lately = popularity(3);
    all.put("popularity", user -> best(ever.clone(), user));
    all.put("popularity, 3-day half-life", user -> best(lately.clone(), user));
    Map<Integer, Row> cosine = new HashMap<>();
    all.put("item-kNN", user -> best(scores(user, cosine, false), user));
    Map<Integer, Row> walk = new HashMap<>();
    all.put("RP3β", user -> best(scores(user, walk, true), user));
    return all;
  }

  private double[] popularity(double halfLifeDays) {
    long newest = data.events().stream().mapToLong(Event::at).max().orElse(0);
    double[] sums = new double[names.size()];
    for (Event event : data.events()) {
      double days = (newest - event.at()) / DAY;
      sums[numbers.getOrDefault(event.item(), 0)] += Math.pow(2, -days / halfLifeDays);
    }
    return sums;
  }

  private record Row(int[] items, double[] values) {}

  private double[] scores(String user, Map<Integer, Row> cache, boolean walk) {
    double[] sums = new double[names.size()];
    for (String item : data.profiles().getOrDefault(user, Set.of())) {
      Integer number = numbers.get(item);
      if (number != null) {
        Row row = cache.computeIfAbsent(number, of -> row(of, walk));
        for (int k = 0; k < row.items().length; k++) {
          sums[row.items()[k]] += row.values()[k];
        }
      }
    }
    return sums;
  }

  private Row row(int of, boolean walk) {
    Map<Integer, Double> sums = new HashMap<>();
    for (int row : columns[of]) {
      double value = walk ? 1.0 / columns[of].length / rows[row].length : 1;
      for (int item : rows[row]) {
        if (item != of) {
          sums.merge(item, value, Double::sum);
        }
      }
    }
    sums.replaceAll((item, sum) ->
        walk
            ? sum / Math.pow(columns[item].length, BETA)
            : sum / Math.sqrt((double) columns[of].length * columns[item].length));
    int[] items =
        sums.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(NEIGHBOURS)
            .mapToInt(Map.Entry::getKey)
            .toArray();
    return new Row(items, Arrays.stream(items).mapToDouble(sums::get).toArray());
  }

  private List<String> best(double[] scores, String user) {
    for (String item : data.profiles().getOrDefault(user, Set.of())) {
      Integer number = numbers.get(item);
      if (number != null) {
        scores[number] = 0;
      }
    }
    List<Integer> some = new ArrayList<>();
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double least = sorted[Math.max(0, sorted.length - COUNT)];
    for (int item = 0; item < scores.length; item++) {
      if (scores[item] > 0 && scores[item] >= least) {
        some.add(item);
      }
    }
    return some.stream()
        .sorted(
            Comparator.comparingDouble((Integer item) -> -scores[item])
                .thenComparing(Comparator.naturalOrder()))
        .limit(COUNT)
        .map(names::get)
        .toList();
  }
}
