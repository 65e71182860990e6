package dev.windowshop.relay.recommend;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// What each model says of the items that one query meets, kept together in the order in which they
/// were met: of a million items a query meets some thousands, and sums spread over arrays of a
/// million would wait for memory at each step. One thread's.
final class Tally {
  static final int REGRESSION = 0;
  static final int WALK = 1;
  static final int NEXT = 2;
  static final int CONTENT = 3;

  /// How much the asker likes what is their own.
  static final int OWN = 4;

  private static final int MODELS = 5;
  private static final int SMALLEST = 1 << 12;

  /// Kept from query to query up to this size; 200 long rows do not fill it.
  private static final int LARGEST_KEPT = 1 << 18;

  private static final byte MAY = 1;
  private static final byte MAY_NOT = 2;

  /// By hash: the item in the upper half, its place and one in the lower; 0 where there is none.
  private long[] table = new long[SMALLEST];

  private int[] items = new int[SMALLEST / 2];
  private float[] sums = new float[MODELS * SMALLEST / 2];
  private byte[] allowed = new byte[SMALLEST / 2];
  private boolean[] done = new boolean[SMALLEST / 2];
  private int count;

  int count() {
    return count;
  }

  int item(int place) {
    return items[place];
  }

  float sum(int model, int place) {
    return sums[MODELS * place + model];
  }

  void add(int model, int item, float value) {
    // First the place: finding it may put larger arrays in place of these.
    int place = place(item);
    sums[MODELS * place + model] += value;
  }

  /// The place of an item, a new one where it has not been met.
  int place(int item) {
    int mask = table.length - 1;
    int slot = hash(item) & mask;
    for (long entry = table[slot]; entry != 0; entry = table[slot]) {
      if ((int) (entry >>> 32) == item) {
        return (int) entry - 1;
      }
      slot = (slot + 1) & mask;
    }
    if (count == items.length) {
      grow();
      return place(item);
    }
    table[slot] = ((long) item << 32) | (count + 1);
    items[count] = item;
    return count++;
  }

  /// The place of an item, or -1.
  int find(int item) {
    int mask = table.length - 1;
    int slot = hash(item) & mask;
    for (long entry = table[slot]; entry != 0; entry = table[slot]) {
      if ((int) (entry >>> 32) == item) {
        return (int) entry - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /// Asked once for each place.
  boolean allowed(int place, IntPredicate which) {
    if (allowed[place] == 0) {
      allowed[place] = which.test(items[place]) ? MAY : MAY_NOT;
    }
    return allowed[place] == MAY;
  }

  /// Whether `first` was not asked of a place yet.
  boolean isNew(int place) {
    return !done[place];
  }

  /// True the first time that it is asked of a place.
  boolean first(int place) {
    boolean first = !done[place];
    done[place] = true;
    return first;
  }

  /// The largest sum of a model among the items that may be answered, at least 0.
  float most(int model, IntPredicate which) {
    float most = 0;
    for (int place = 0, at = model; place < count; place++, at += MODELS) {
      if (sums[at] > most && allowed(place, which)) {
        most = sums[at];
      }
    }
    return most;
  }

  private static int hash(int item) {
    int mixed = item * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private void grow() {
    int room = 2 * items.length;
    items = Arrays.copyOf(items, room);
    sums = Arrays.copyOf(sums, MODELS * room);
    allowed = Arrays.copyOf(allowed, room);
    done = Arrays.copyOf(done, room);
    table = new long[2 * room];
    int mask = table.length - 1;
    for (int place = 0; place < count; place++) {
      int slot = hash(items[place]) & mask;
      while (table[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = ((long) items[place] << 32) | (place + 1);
    }
  }

  /// Back to nothing, for the next query.
  void clear() {
    if (items.length > LARGEST_KEPT) {
      table = new long[SMALLEST];
      items = new int[SMALLEST / 2];
      sums = new float[MODELS * SMALLEST / 2];
      allowed = new byte[SMALLEST / 2];
      done = new boolean[SMALLEST / 2];
    } else if (count < table.length / 16) {
      forgetOneByOne();
    } else {
      Arrays.fill(table, 0);
    }
    clearPlaces();
  }

  private void forgetOneByOne() {
    int mask = table.length - 1;
    for (int place = 0; place < count; place++) {
      int slot = hash(items[place]) & mask;
      while (table[slot] != 0) {
        table[slot] = 0;
        slot = (slot + 1) & mask;
      }
    }
  }

  /// All places stay, with nothing in them.
  void clearSums() {
    Arrays.fill(sums, 0, MODELS * count, 0);
  }

  private void clearPlaces() {
    Arrays.fill(sums, 0, Math.min(sums.length, MODELS * count), 0);
    Arrays.fill(allowed, 0, Math.min(allowed.length, count), (byte) 0);
    Arrays.fill(done, 0, Math.min(done.length, count), false);
    count = 0;
  }
}
