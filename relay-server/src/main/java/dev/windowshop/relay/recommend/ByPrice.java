package dev.windowshop.relay.recommend;

import java.util.Arrays;

/// The items by their prices, the cheapest first. Immutable.
///
/// @param key a price, with the item in the low bits
record ByPrice(long[] key) {
  private static final int ITEM_BITS = 26;
  private static final long HIGHEST = Long.MAX_VALUE >>> (ITEM_BITS + 1);

  static ByPrice of(ItemTable table) {
    long[] keys = new long[table.size()];
    for (int item = 0; item < keys.length; item++) {
      keys[item] = key(table.price[item]) | item;
    }
    Arrays.sort(keys);
    return new ByPrice(keys);
  }

  /// Prices beyond any that is asked are one.
  private static long key(long price) {
    return (Math.clamp(price, -1, HIGHEST) + 1) << ITEM_BITS;
  }

  /// Where items of at least this price begin.
  int from(long least) {
    return begin(key(least));
  }

  /// Where items of more than this price begin.
  int to(long most) {
    return begin(key(most) + (1L << ITEM_BITS));
  }

  private int begin(long from) {
    int place = Arrays.binarySearch(key, from);
    return place < 0 ? -place - 1 : place;
  }

  int item(int place) {
    return (int) (key[place] & ((1L << ITEM_BITS) - 1));
  }

  long bytes() {
    return 8L * key.length;
  }
}
