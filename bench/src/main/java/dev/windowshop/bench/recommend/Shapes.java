package dev.windowshop.bench.recommend;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Makes data of other shapes than a shop's purchases: sessions of clicks, ratings over years, a
/// catalogue much larger than what is known of it, people of whom nothing is known. Items belong to
/// groups, people like a few groups, some items follow others, and what is liked drifts.
final class Shapes {
  private static final double DAY = 86_400;
  private static final double START = 1_700_000_000;

  private final SplittableRandom random;
  private final Path folder;

  Shapes(Path folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  private record Row(String user, int item, double time, String type) {}

  void writeAll() throws IOException {
    sessions();
    ratings();
    sparse();
    cold();
  }

  private int zipf(int count, double skew) {
    double at = Math.pow(random.nextDouble(), skew);
    return Math.min(count - 1, (int) (at * count));
  }

  /// 14 days of clicks; the sessions of the last day are asked for their last click.
  private void sessions() throws IOException {
    int items = 4_000;
    int groups = 80;
    List<Row> train = new ArrayList<>();
    List<Row> queries = new ArrayList<>();
    List<Row> holdout = new ArrayList<>();
    for (int session = 0; session < 30_000; session++) {
      double time = START + 14 * DAY * session / 30_000.0;
      int day = (int) ((time - START) / DAY);
      int group = (zipf(groups, 2) + 3 * day) % groups;
      int item = group + groups * zipf(items / groups, 2.5);
      int length = 2 + (int) (-4 * Math.log(1 - random.nextDouble()));
      List<Row> rows = new ArrayList<>();
      for (int click = 0; click < Math.min(length, 40); click++) {
        String type = random.nextInt(20) == 0 ? "cart" : "view";
        rows.add(new Row("s" + session, item, time, type));
        time += 20 + random.nextInt(100);
        double dice = random.nextDouble();
        if (dice < 0.45) {
          item = (item * 31 + 17 * (1 + zipf(4, 2))) % items;
        } else if (dice < 0.85) {
          item = item % groups + groups * zipf(items / groups, 2.5);
        } else {
          item = zipf(items, 3);
        }
      }
      if (day < 13) {
        train.addAll(rows);
      } else {
        Row last = rows.removeLast();
        if (rows.stream().noneMatch(row -> row.item() == last.item())) {
          queries.addAll(rows);
          holdout.add(last);
        }
      }
    }
    write("shape_sessions", train, queries, holdout);
  }

  /// Four years; people rate for an evening or two. The last five of each are asked for.
  private void ratings() throws IOException {
    int items = 2_500;
    int groups = 25;
    List<Row> train = new ArrayList<>();
    List<Row> holdout = new ArrayList<>();
    for (int user = 0; user < 3_000; user++) {
      double time = START + 4 * 365 * DAY * random.nextDouble();
      int[] liked = {zipf(groups, 1.5), zipf(groups, 1.5), random.nextInt(groups)};
      int length = 15 + (int) (-60 * Math.log(1 - random.nextDouble()));
      boolean[] rated = new boolean[items];
      List<Row> rows = new ArrayList<>();
      for (int n = 0; n < Math.min(length, 400); n++) {
        int group = random.nextInt(4) == 0 ? random.nextInt(groups) : liked[random.nextInt(3)];
        int item = group + groups * zipf(items / groups, 2);
        if (!rated[item]) {
          rated[item] = true;
          rows.add(new Row("u" + user, item, time, "rating"));
        }
        time += n % 40 == 39 ? 3 * DAY : 15;
      }
      if (rows.size() > 10) {
        train.addAll(rows.subList(0, rows.size() - 5));
        holdout.addAll(rows.subList(rows.size() - 5, rows.size()));
      }
    }
    write("shape_ratings", train, null, holdout);
  }

  /// 60,000 items, five purchases a person; titles say a little.
  private void sparse() throws IOException {
    int items = 60_000;
    int groups = 600;
    List<Row> train = new ArrayList<>();
    List<Row> holdout = new ArrayList<>();
    for (int user = 0; user < 25_000; user++) {
      int[] liked = {zipf(groups, 1.5), zipf(groups, 1.5)};
      int length = 2 + (int) (-5 * Math.log(1 - random.nextDouble()));
      double from = START + 300 * DAY * random.nextDouble();
      for (int n = 0; n < length; n++) {
        int group = random.nextInt(5) == 0 ? random.nextInt(groups) : liked[random.nextInt(2)];
        int item = group + groups * zipf(items / groups, 3);
        double time = from + 60 * DAY * random.nextDouble();
        Row row = new Row("u" + user, item, time, n % 3 == 0 ? "purchase" : "view");
        if (time < START + 300 * DAY) {
          train.add(row);
        } else {
          holdout.add(row);
        }
      }
    }
    try (BufferedWriter writer = file("shape_sparse", "items")) {
      writer.write("item\ttitle\tcategory\tprice\n");
      for (int item = 0; item < items; item++) {
        int group = item % groups;
        writer.write(
            "i%d\tword%d kind%d colour%d\tcategory%d\t%d\n"
                .formatted(item, group, item % 97, item % 11, group / 10, 5 + item % 200));
      }
    }
    write("shape_sparse", train, null, fresh(train, holdout));
  }

  /// A month of purchases; those who come next have never been here.
  private void cold() throws IOException {
    int items = 3_000;
    List<Row> train = new ArrayList<>();
    List<Row> holdout = new ArrayList<>();
    for (int user = 0; user < 8_000; user++) {
      double time = START + 90 * DAY * user / 8_000.0;
      int week = (int) ((time - START) / (7 * DAY));
      int length = 1 + (int) (-6 * Math.log(1 - random.nextDouble()));
      for (int n = 0; n < length; n++) {
        int item = (zipf(items, 4) + 150 * week) % items;
        Row row = new Row("u" + user, item, time + 60 * n, "purchase");
        (user < 7_200 ? train : holdout).add(row);
      }
    }
    write("shape_cold", train, null, holdout);
  }

  private static List<Row> fresh(List<Row> train, List<Row> holdout) {
    Set<String> had = new HashSet<>();
    train.forEach(row -> had.add(row.user() + " " + row.item()));
    return holdout.stream().filter(row -> !had.contains(row.user() + " " + row.item())).toList();
  }

  private BufferedWriter file(String name, String part) throws IOException {
    Files.createDirectories(folder.resolve(name));
    return Files.newBufferedWriter(folder.resolve(name).resolve(part + ".tsv"));
  }

  private void write(String name, List<Row> train, @Nullable List<Row> queries, List<Row> holdout)
      throws IOException {
    write(name, "train", train);
    write(name, "holdout", holdout);
    if (queries != null) {
      write(name, "queries", queries);
    }
  }

  private void write(String name, String part, List<Row> rows) throws IOException {
    try (BufferedWriter writer = file(name, part)) {
      writer.write("user\titem\ttimestamp\ttype\n");
      for (Row row : rows) {
        writer.write(
            String.format(
                Locale.ROOT,
                "%s\ti%d\t%.1f\t%s\n",
                row.user(),
                row.item(),
                row.time(),
                row.type()));
      }
    }
  }
}
