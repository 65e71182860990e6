package dev.windowshop.relay.recommend;

import java.util.Arrays;
import java.util.BitSet;

/// What is known of the items, by number. Built by one thread, then only read.
final class ItemTable {
  /// Categories, brands and sellers are numbered from 1; 0 is "none said".
  final Names categories = new Names();

  final Names brands = new Names();
  final Names sellers = new Names();
  final int[] brand;
  final int[] seller;
  final long[] price;
  final int[] created;

  /// The category, whether it is in stock, whether it is gone: what a query asks of each item that
  /// it looks at, in one place.
  private final int[] facts;

  final BitSet listed = new BitSet();

  /// Whether every item that exists is listed.
  boolean complete;

  private static final int IN_STOCK = 2;
  private static final int GONE = 1;
  private static final int FLAGS = 2;

  ItemTable(int items) {
    facts = new int[items];
    brand = new int[items];
    seller = new int[items];
    price = new long[items];
    created = new int[items];
    Arrays.fill(facts, IN_STOCK);
    Arrays.fill(price, -1);
    categories.add("");
    brands.add("");
    sellers.add("");
  }

  void set(int number, Item item) {
    facts[number] = categories.add(item.category()) << FLAGS | (item.inStock() ? IN_STOCK : 0);
    brand[number] = brands.add(item.brand());
    seller[number] = sellers.add(item.seller());
    price[number] = item.price();
    created[number] = item.createdAt() == 0 ? 0 : Streams.seconds(item.createdAt());
  }

  int category(int number) {
    return facts[number] >>> FLAGS;
  }

  boolean inStock(int number) {
    return (facts[number] & IN_STOCK) != 0;
  }

  /// Seen in events, and no longer listed.
  boolean gone(int number) {
    return (facts[number] & GONE) != 0;
  }

  void setGone(int number) {
    facts[number] |= GONE;
  }

  int size() {
    return facts.length;
  }

  long bytes() {
    return 20L * size() + categories.bytes() + brands.bytes() + sellers.bytes();
  }
}
