package dev.windowshop.relay.recommend;

import java.util.Arrays;
import java.util.BitSet;

/// What is known of the items, by number. Built by one thread, then only read.
final class ItemTable {
  /// Categories, brands and sellers are numbered from 1; 0 is "none said".
  final Names categories = new Names();

  final Names brands = new Names();
  final Names sellers = new Names();
  final int[] category;
  final int[] brand;
  final int[] seller;
  final long[] price;
  final boolean[] inStock;
  final int[] created;

  final BitSet listed = new BitSet();

  /// Whether every item that exists is listed.
  boolean complete;

  /// Seen in events, and no longer listed.
  final boolean[] gone;

  ItemTable(int items) {
    category = new int[items];
    brand = new int[items];
    seller = new int[items];
    price = new long[items];
    inStock = new boolean[items];
    created = new int[items];
    gone = new boolean[items];
    Arrays.fill(inStock, true);
    Arrays.fill(price, -1);
    categories.add("");
    brands.add("");
    sellers.add("");
  }

  void set(int number, Item item) {
    category[number] = categories.add(item.category());
    brand[number] = brands.add(item.brand());
    seller[number] = sellers.add(item.seller());
    price[number] = item.price();
    inStock[number] = item.inStock();
    created[number] = item.createdAt() == 0 ? 0 : Streams.seconds(item.createdAt());
  }

  int size() {
    return category.length;
  }

  long bytes() {
    return 27L * size() + categories.bytes() + brands.bytes() + sellers.bytes();
  }
}
