package dev.windowshop.relay.recommend;

import java.util.Arrays;

/// How much each item was in demand lately, over windows of several half-lives.
///
/// @param share by window and item, the most popular 1
/// @param top by window, what a share of 1 is in events
record Popularity(float[][] share, double[] top) {
  /// Half-lives in days; the last never forgets.
  static final double[] HALF_LIVES = {1, 3, 7, 30, Double.POSITIVE_INFINITY};

  static final int WINDOWS = HALF_LIVES.length;

  /// The window that answers "popular lately" by itself.
  static final int WEEK = 2;

  static final int EVER = WINDOWS - 1;

  /// One actor counts for this many items fully; what is beyond them is a bot's or a reseller's.
  private static final double FULL = 300;

  private static final int DAY = 86_400;

  static Popularity of(Streams events) {
    double[][] sum = new double[WINDOWS][events.items()];
    int[] countedOn = new int[events.items()];
    int[] countedFor = new int[events.items()];
    Arrays.fill(countedFor, -1);
    for (int actor = 0; actor < events.actors(); actor++) {
      int from = events.start()[actor];
      int to = events.start()[actor + 1];
      double weight = Math.min(1, FULL / (to - from));
      for (int k = from; k < to; k++) {
        int item = events.item()[k];
        int day = Math.floorDiv(events.time()[k], DAY);
        boolean again = countedFor[item] == actor && countedOn[item] == day;
        float liked = Histories.weight(events.type()[k]);
        if (again || liked == 0) {
          continue;
        }
        countedFor[item] = actor;
        countedOn[item] = day;
        double age = (events.now() - events.time()[k]) / (double) DAY;
        for (int window = 0; window < WINDOWS; window++) {
          sum[window][item] += weight * liked * Math.pow(2, -age / HALF_LIVES[window]);
        }
      }
    }
    float[][] share = new float[WINDOWS][events.items()];
    double[] top = new double[WINDOWS];
    for (int window = 0; window < WINDOWS; window++) {
      double most = Arrays.stream(sum[window]).max().orElse(0);
      top[window] = most > 0 ? most : 1;
      for (int item = 0; item < share[window].length; item++) {
        share[window][item] = (float) (sum[window][item] / top[window]);
      }
    }
    return new Popularity(share, top);
  }

  long bytes() {
    return 4L * WINDOWS * share[0].length;
  }
}
