package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.Locale;

/// Which items are alike by what is written of them: words of the title, category, brand, price
/// band, each weighing more the rarer it is.
final class Content {
  /// Items with less support than this are related to others by content.
  private static final int FEW = 5;

  private static final int ALIKE = 20;

  /// Items looked at while searching for alike ones; the rarest features are followed first.
  private static final int LOOKED_AT = 1_200;

  private final int[] start;
  private final int[] feature;
  private final float[] weight;
  private final int[] postingStart;
  private final int[] posting;

  /// What a feature weighs in each item of its posting, beside it: to look it up at the item costs
  /// a walk through memory for each.
  private final float[] postingWeight;

  private Content(
      int[] start,
      int[] feature,
      float[] weight,
      int[] postingStart,
      int[] posting,
      float[] postingWeight) {
    this.start = start;
    this.feature = feature;
    this.weight = weight;
    this.postingStart = postingStart;
    this.posting = posting;
    this.postingWeight = postingWeight;
  }

  /// Takes items in the order of their numbers.
  static final class Collector {
    private final Names features = new Names();
    private final IntArrayList feature = new IntArrayList();
    private final IntArrayList owner = new IntArrayList();

    void add(int number, Item item) {
      for (String word : item.title().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
        if (word.length() > 1) {
          add(number, "w" + word);
        }
      }
      if (!item.category().isEmpty()) {
        add(number, "c" + item.category());
      }
      if (!item.brand().isEmpty()) {
        add(number, "b" + item.brand());
      }
      if (item.price() > 0) {
        add(number, "p" + Math.round(2 * Math.log(item.price())));
      }
    }

    private void add(int number, String name) {
      feature.add(features.add(name));
      owner.add(number);
    }

    /// @param order all items, the most popular first: those are found first
    Content build(int items, int[] order) {
      int[] start = new int[items + 1];
      for (int i = 0; i < owner.size(); i++) {
        start[owner.getInt(i) + 1]++;
      }
      for (int i = 0; i < items; i++) {
        start[i + 1] += start[i];
      }
      int[] next = Arrays.copyOf(start, items);
      int[] of = new int[owner.size()];
      int[] postingStart = new int[features.size() + 1];
      for (int i = 0; i < of.length; i++) {
        of[next[owner.getInt(i)]++] = feature.getInt(i);
        postingStart[feature.getInt(i) + 1]++;
      }
      for (int i = 0; i < features.size(); i++) {
        postingStart[i + 1] += postingStart[i];
      }
      float[] rarity = new float[features.size()];
      for (int i = 0; i < rarity.length; i++) {
        int frequency = postingStart[i + 1] - postingStart[i];
        rarity[i] = (float) Math.log(1 + (double) items / frequency);
      }
      float[] weight = new float[of.length];
      for (int item = 0; item < items; item++) {
        double norm = 0;
        for (int k = start[item]; k < start[item + 1]; k++) {
          weight[k] = rarity[of[k]];
          norm += weight[k] * weight[k];
        }
        for (int k = start[item]; k < start[item + 1]; k++) {
          weight[k] /= (float) Math.sqrt(norm);
        }
      }
      int[] nextPosting = Arrays.copyOf(postingStart, features.size());
      int[] posting = new int[of.length];
      float[] postingWeight = new float[of.length];
      for (int item : order) {
        for (int k = start[item]; k < start[item + 1]; k++) {
          int place = nextPosting[of[k]]++;
          posting[place] = item;
          postingWeight[place] = weight[k];
        }
      }
      return new Content(start, of, weight, postingStart, posting, postingWeight);
    }
  }

  boolean empty() {
    return feature.length == 0;
  }

  boolean knows(int item) {
    return item < start.length - 1 && start[item + 1] > start[item];
  }

  /// Takes how alike an item is to another one, in parts.
  @FunctionalInterface
  interface Alike {
    void add(int item, float value);
  }

  /// As the other, for one query.
  void alike(int item, float times, Tally tally) {
    alike(item, times, (other, value) -> tally.add(Tally.CONTENT, other, value));
  }

  /// Adds how alike others are to an item, 0 to 1; of features that many share, only the popular
  /// items.
  private void alike(int item, float times, Alike sums) {
    if (!knows(item)) {
      return;
    }
    int from = start[item];
    int count = start[item + 1] - from;
    long[] byRarity = new long[count];
    for (int k = 0; k < count; k++) {
      int of = feature[from + k];
      byRarity[k] = ((long) (postingStart[of + 1] - postingStart[of]) << 32) | k;
    }
    Arrays.sort(byRarity);
    int left = LOOKED_AT;
    for (int n = 0; n < count && left > 0; n++) {
      int k = from + (int) byRarity[n];
      int begin = postingStart[feature[k]];
      int room = Math.max(50, left / (count - n));
      int end = Math.min(postingStart[feature[k] + 1], begin + room);
      left -= end - begin;
      for (int p = begin; p < end; p++) {
        if (posting[p] != item) {
          sums.add(posting[p], times * weight[k] * postingWeight[p]);
        }
      }
    }
  }

  /// Rows between items with few events and what is alike to them, both ways.
  Rows rows(int items, int[] support, Workers workers) {
    if (empty()) {
      return Rows.none(items);
    }
    RowsBuilder rare = new RowsBuilder(items);
    workers.run(
        items,
        () -> {
          Sums sums = new Sums(items);
          Best best = new Best(ALIKE);
          RowsBuilder.Part part = rare.part();
          return item -> {
            if (support[item] < FEW && knows(item)) {
              alike(item, 1, sums::add);
              best.clear();
              for (int k = 0; k < sums.count(); k++) {
                best.offer(sums.item(k), sums.get(sums.item(k)));
              }
              part.set(item, best);
              sums.clear();
            }
          };
        });
    Rows out = rare.build();
    Rows in = out.transposed(items);
    RowsBuilder both = new RowsBuilder(items);
    workers.run(
        items,
        () -> {
          Sums sums = new Sums(items);
          Best best = new Best(3 * ALIKE);
          RowsBuilder.Part part = both.part();
          return item -> {
            merge(out, item, sums);
            merge(in, item, sums);
            best.clear();
            for (int k = 0; k < sums.count(); k++) {
              best.offer(sums.item(k), sums.get(sums.item(k)));
            }
            part.set(item, best);
            sums.clear();
          };
        });
    return both.build();
  }

  private static void merge(Rows rows, int row, Sums sums) {
    for (int k = rows.from(row); k < rows.to(row); k++) {
      if (!sums.touched(rows.item()[k])) {
        sums.add(rows.item()[k], rows.weight()[k]);
      }
    }
  }

  long bytes() {
    return 4L * start.length + 8L * feature.length + 4L * postingStart.length + 8L * posting.length;
  }
}
