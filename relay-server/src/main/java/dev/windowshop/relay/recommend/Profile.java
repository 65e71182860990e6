package dev.windowshop.relay.recommend;

/// What somebody did lately, weighted for scoring.
///
/// @param item the latest last
/// @param liking by how much and how lately it was liked
/// @param recency by how lately alone
/// @param stay 1 just after the last event, towards 0 hours later
record Profile(int[] item, byte[] type, float[] liking, float[] recency, double stay) {
  static final Profile EMPTY = new Profile(new int[0], new byte[0], new float[0], new float[0], 0);

  /// No more of a history is scored; what is older adds next to nothing, and costs time.
  static final int LONGEST = 200;

  private static final double STAY_DAYS = 0.5;
  private static final double GONE_DAYS = 2 / 24.0;
  private static final float DISLIKED = -0.5f;

  boolean empty() {
    return item.length == 0;
  }

  /// @param count of the entries, ascending in time
  static Profile of(int[] item, int[] time, byte[] type, int count, int now, double halfLife) {
    if (count == 0) {
      return EMPTY;
    }
    int from = Math.max(0, count - LONGEST);
    int size = count - from;
    int[] items = new int[size];
    byte[] types = new byte[size];
    float[] liking = new float[size];
    float[] recency = new float[size];
    int newest = Integer.MIN_VALUE;
    for (int k = from; k < count; k++) {
      newest = Math.max(newest, time[k]);
    }
    for (int i = 0; i < size; i++) {
      int k = from + i;
      items[i] = item[k];
      types[i] = type[k];
      boolean disliked = EventType.of(type[k]) == EventType.NOT_INTERESTED;
      float liked = disliked ? DISLIKED : Histories.weight(type[k]);
      // Ages count from the newest event: how long ago that was, all scores would share anyway.
      liking[i] = liked * Bipartite.decay((double) newest - time[k], halfLife);
      recency[i] =
          disliked ? 0 : Bipartite.decay((double) newest - time[k], STAY_DAYS) / (size - i);
    }
    double stay = Bipartite.decay((double) now - newest, GONE_DAYS);
    return new Profile(items, types, liking, recency, stay);
  }
}
