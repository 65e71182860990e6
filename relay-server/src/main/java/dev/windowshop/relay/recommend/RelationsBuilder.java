package dev.windowshop.relay.recommend;

import java.util.Arrays;

/// Builds `Relations`: one pass that sums what items share, then one small regression an item.
///
/// The regression is EASE made local: an item is regressed on the K items that it co-occurs with
/// most (by cosine), which costs K² an item instead of the cube of all items.
final class RelationsBuilder {
  /// How many items get a regression of their own; the rest live from the walk and their content.
  private static final int MOST_REGRESSED = 60_000;

  /// Entries of the Gram matrix that are kept while regressing; 8 bytes each.
  private static final long GRAM_ENTRIES = 24_000_000;

  private static final int LEAST_SUPPORT = 3;
  private static final int WALK_ENTRIES = 100;

  /// An item that one person has says nothing certain: as if so many more had it with nothing.
  private static final float WALK_SHRINK = 0.5f;

  /// A column longer than this is sampled; its sums are as sure as they get by then.
  private static final int LONGEST_COLUMN = 30_000;

  private final Bipartite shared;
  private final int items;
  private final int neighbours;
  private final double ridge;
  private final double heldBack;
  private final double byLength;
  private final float[] diagonal;
  private final float[] mass;
  private final int[] head;
  private final int[] headOf;
  private final int gramRow;

  /// @param neighbours how many items one is regressed on; 0 for no regression
  /// @param ridge the penalty, as a multiple of the mean diagonal
  /// @param heldBack how much a walk holds back popular ends: 0 not at all, 1 fully
  /// @param byLength how much less a walk follows those who have many items: 0 to 1
  RelationsBuilder(
      Bipartite shared, int items, int neighbours, double ridge, double heldBack, double byLength) {
    this.heldBack = heldBack;
    this.byLength = byLength;
    this.shared = shared;
    this.items = items;
    this.neighbours = neighbours;
    this.diagonal = new float[items];
    this.mass = new float[items];
    Rows columns = shared.columns();
    for (int item = 0; item < items; item++) {
      for (int k = columns.start()[item]; k < columns.start()[item + 1]; k++) {
        float weight = columns.weight()[k];
        diagonal[item] += weight * weight;
        mass[item] += weight;
      }
    }
    this.head = neighbours == 0 ? new int[0] : head();
    this.headOf = new int[items];
    Arrays.fill(headOf, -1);
    double sum = 0;
    for (int i = 0; i < head.length; i++) {
      headOf[head[i]] = i;
      sum += diagonal[head[i]];
    }
    this.ridge = Math.max(1e-3, ridge * sum / Math.max(1, head.length));
    this.gramRow = (int) Math.clamp(GRAM_ENTRIES / Math.max(1, head.length), 100, 8_000);
  }

  private int[] head() {
    Best best = new Best(Math.min(items, MOST_REGRESSED));
    Rows columns = shared.columns();
    for (int item = 0; item < items; item++) {
      if (columns.start()[item + 1] - columns.start()[item] >= LEAST_SUPPORT) {
        best.offer(item, diagonal[item]);
      }
    }
    best.sortByItem();
    return best.items();
  }

  Relations build(Workers workers) {
    RowsBuilder walks = new RowsBuilder(items);
    RowsBuilder grams = new RowsBuilder(head.length);
    workers.run(items, () -> new Pass(walks, grams));
    Rows gram = grams.build();
    RowsBuilder regressions = new RowsBuilder(head.length);
    workers.run(head.length, () -> new Regression(gram, regressions));
    return new Relations(bySource(regressions.build()), walks.build(), head.length);
  }

  /// Regressions are by target; scoring wants them by source.
  private Rows bySource(Rows byHead) {
    int[] start = new int[items + 1];
    for (int item = 0; item < items; item++) {
      int at = headOf[item];
      start[item + 1] = start[item] + (at < 0 ? 0 : byHead.to(at) - byHead.from(at));
    }
    return new Rows(start, byHead.item(), byHead.weight()).transposed(items);
  }

  /// Sums what one item shares with each other item.
  private final class Pass implements Workers.Work {
    private final RowsBuilder.Part walks;
    private final RowsBuilder.Part grams;
    private final Sums both = new Sums(items);
    private final Sums walked = new Sums(items);
    private final Best bestWalk = new Best(WALK_ENTRIES);
    private final Best bestGram = new Best(gramRow);

    Pass(RowsBuilder walks, RowsBuilder grams) {
      this.walks = walks.part();
      this.grams = grams.part();
    }

    @Override
    public void on(int item) {
      Rows columns = shared.columns();
      Rows rows = shared.rows();
      int from = columns.start()[item];
      int to = columns.start()[item + 1];
      if (from == to) {
        return;
      }
      int step = 1 + (to - from) / LONGEST_COLUMN;
      for (int k = from; k < to; k += step) {
        int row = columns.item()[k];
        float weight = step * columns.weight()[k];
        float walk = weight / (float) Math.pow(shared.length()[row], byLength);
        for (int n = rows.start()[row]; n < rows.start()[row + 1]; n++) {
          int other = rows.item()[n];
          float value = rows.weight()[n];
          both.add(other, weight * value);
          walked.add(other, walk * value);
        }
      }
      bestWalk.clear();
      bestGram.clear();
      boolean regressed = headOf[item] >= 0;
      float share = 1 / (mass[item] + WALK_SHRINK);
      for (int k = 0; k < both.count(); k++) {
        int other = both.item(k);
        if (other == item) {
          continue;
        }
        bestWalk.offer(
            other,
            walked.get(other) * share / (float) Math.pow(mass[other] + WALK_SHRINK, heldBack));
        if (regressed && headOf[other] >= 0) {
          bestGram.offer(headOf[other], cosine(both.get(other), item, other));
        }
      }
      walks.set(item, bestWalk);
      if (regressed) {
        grams.set(headOf[item], bestGram);
      }
      both.clear();
      walked.clear();
    }
  }

  private float cosine(float both, int a, int b) {
    return both / (float) Math.sqrt((double) diagonal[a] * diagonal[b]);
  }

  /// Regresses one item of the head on its neighbours.
  private final class Regression implements Workers.Work {
    private final Rows cosines;
    private final RowsBuilder.Part regressions;
    private final Best nearest = new Best(neighbours);
    private final Best answer = new Best(neighbours);
    private final int[] placeOf = new int[head.length];
    private final double[][] matrix = new double[neighbours][neighbours];
    private final double[] right = new double[neighbours];

    Regression(Rows cosines, RowsBuilder regressions) {
      this.cosines = cosines;
      this.regressions = regressions.part();
      Arrays.fill(placeOf, -1);
    }

    @Override
    public void on(int target) {
      nearest.clear();
      for (int k = cosines.from(target); k < cosines.to(target); k++) {
        nearest.offer(cosines.item()[k], cosines.weight()[k]);
      }
      int count = nearest.size();
      if (count == 0) {
        return;
      }
      nearest.sortByItem();
      double ofTarget = Math.sqrt(diagonal[head[target]]);
      for (int a = 0; a < count; a++) {
        placeOf[nearest.item(a)] = a;
        Arrays.fill(matrix[a], 0, count, 0);
        double own = diagonal[head[nearest.item(a)]];
        matrix[a][a] = own + ridge;
        right[a] = nearest.weight(a) * ofTarget * Math.sqrt(own);
      }
      for (int a = 0; a < count; a++) {
        int row = nearest.item(a);
        if (cosines.to(row) - cosines.from(row) > 12 * count) {
          search(a, row, count);
        } else {
          scan(a, row);
        }
      }
      Cholesky.solve(matrix, right, count);
      answer.clear();
      for (int a = 0; a < count; a++) {
        placeOf[nearest.item(a)] = -1;
        if (Math.abs(right[a]) > 1e-4) {
          answer.offer(head[nearest.item(a)], (float) right[a]);
        }
      }
      regressions.set(target, answer);
    }

    private void scan(int a, int row) {
      for (int k = cosines.from(row); k < cosines.to(row); k++) {
        int b = placeOf[cosines.item()[k]];
        if (b >= 0 && b != a) {
          set(a, b, cosines.weight()[k]);
        }
      }
    }

    private void search(int a, int row, int count) {
      for (int b = 0; b < count; b++) {
        if (b != a && matrix[a][b] == 0) {
          float cosine = cosines.at(row, nearest.item(b));
          if (cosine != 0) {
            set(a, b, cosine);
          }
        }
      }
    }

    /// Either row may have been cut short of the other: what one of them knows, both do.
    private void set(int a, int b, double cosine) {
      double value =
          cosine
              * Math.sqrt(
                  (double) diagonal[head[nearest.item(a)]] * diagonal[head[nearest.item(b)]]);
      matrix[a][b] = value;
      matrix[b][a] = value;
    }
  }
}
