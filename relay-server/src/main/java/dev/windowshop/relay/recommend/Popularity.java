package dev.windowshop.relay.recommend;

import java.util.Arrays;

/// How much each item was in demand lately, over windows of several half-lives.
///
/// @param share by item, then by window: an item's are beside each other, as a score wants them
///   all; the most popular of a window is 1
/// @param top by window, what a share of 1 is in events
record Popularity(float[] share, double[] top) {
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
    int items = events.items();
    double[] sum = new double[WINDOWS * items];
    int[] countedOn = new int[items];
    int[] countedFor = new int[items];
    double[] left = new double[WINDOWS];
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
        decay((events.now() - events.time()[k]) / (double) DAY, left);
        for (int window = 0, at = WINDOWS * item; window < WINDOWS; window++, at++) {
          sum[at] += weight * liked * left[window];
        }
      }
    }
    return shares(sum, items);
  }

  /// What is left of an event of this age, by window. All powers come of one: 210 days hold each of
  /// the half-lives a whole number of times.
  private static void decay(double days, double[] left) {
    double one = Math.exp(days * (-0.6931471805599453 / 210));
    double two = one * one;
    double seven = two * two * two * one;
    double fourteen = seven * seven;
    double thirtyFive = fourteen * fourteen * seven;
    double seventy = thirtyFive * thirtyFive;
    left[0] = seventy * seventy * seventy;
    left[1] = seventy;
    left[2] = fourteen * fourteen * two;
    left[3] = seven;
    left[4] = 1;
  }

  private static Popularity shares(double[] sum, int items) {
    double[] top = new double[WINDOWS];
    for (int at = 0; at < sum.length; at++) {
      top[at % WINDOWS] = Math.max(top[at % WINDOWS], sum[at]);
    }
    for (int window = 0; window < WINDOWS; window++) {
      top[window] = top[window] > 0 ? top[window] : 1;
    }
    float[] share = new float[WINDOWS * items];
    for (int at = 0; at < share.length; at++) {
      share[at] = (float) (sum[at] / top[at % WINDOWS]);
    }
    return new Popularity(share, top);
  }

  int items() {
    return share.length / WINDOWS;
  }

  /// 0 for an item that is newer than this.
  float of(int window, int item) {
    int at = WINDOWS * item + window;
    return at < share.length ? share[at] : 0;
  }

  /// Popular lately, in one number: the week, and for what it does not tell apart, ever.
  float lately(int item) {
    return of(WEEK, item) + 0.05f * of(EVER, item);
  }

  /// All items, the most popular lately first.
  int[] ranked() {
    int items = items();
    long[] keys = new long[items];
    for (int item = 0; item < items; item++) {
      keys[item] = ((long) -Float.floatToIntBits(lately(item)) << 32) | item;
    }
    Arrays.sort(keys);
    int[] ranked = new int[items];
    for (int i = 0; i < items; i++) {
      ranked[i] = (int) keys[i];
    }
    return ranked;
  }

  long bytes() {
    return 4L * share.length;
  }
}
