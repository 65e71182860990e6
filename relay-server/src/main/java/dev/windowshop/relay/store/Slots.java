package dev.windowshop.relay.store;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Products by number, with what queries look at of each in arrays of their own. Immutable: a
/// change copies the one chunk that it is in and shares the others, so what it costs does not
/// depend on how many products there are.
final class Slots {
  static final int CHUNK = 256;

  /// A run of products. Never changed once it can be seen.
  static final class Chunk {
    final @Nullable Product[] products = new Product[CHUNK];
    final long[] price = new long[CHUNK];
    final long[] created = new long[CHUNK];
    final double[] popularity = new double[CHUNK];
    final double[] rating = new double[CHUNK];
    final int[] ratingCount = new int[CHUNK];
    final int[] category = new int[CHUNK];
    final int[] brand = new int[CHUNK];
    final boolean[] inStock = new boolean[CHUNK];
    final String[] shop = new String[CHUNK];
    final boolean[] reduced = new boolean[CHUNK];
    final int[][] values = new int[CHUNK][];

    Chunk copy() {
      Chunk copy = new Chunk();
      System.arraycopy(products, 0, copy.products, 0, CHUNK);
      System.arraycopy(price, 0, copy.price, 0, CHUNK);
      System.arraycopy(created, 0, copy.created, 0, CHUNK);
      System.arraycopy(popularity, 0, copy.popularity, 0, CHUNK);
      System.arraycopy(rating, 0, copy.rating, 0, CHUNK);
      System.arraycopy(ratingCount, 0, copy.ratingCount, 0, CHUNK);
      System.arraycopy(category, 0, copy.category, 0, CHUNK);
      System.arraycopy(brand, 0, copy.brand, 0, CHUNK);
      System.arraycopy(inStock, 0, copy.inStock, 0, CHUNK);
      System.arraycopy(shop, 0, copy.shop, 0, CHUNK);
      System.arraycopy(reduced, 0, copy.reduced, 0, CHUNK);
      System.arraycopy(values, 0, copy.values, 0, CHUNK);
      return copy;
    }

    void set(int at, @Nullable Product product, Facts facts) {
      products[at] = product;
      if (product == null) {
        return;
      }
      Double stars = product.rating();
      price[at] = product.price().amount();
      created[at] = product.createdAt().toEpochMilli();
      popularity[at] = product.popularity();
      rating[at] = stars == null ? 0 : stars;
      ratingCount[at] = product.ratingCount();
      category[at] = facts.category(product.categoryId());
      brand[at] = facts.brand(product.brand());
      inStock[at] = product.stock() > 0;
      shop[at] = product.shop().id();
      reduced[at] = isReduced(product);
      values[at] = facts.values(product);
    }

    private static boolean isReduced(Product product) {
      Money before = product.compareAtPrice();
      return before != null && before.amount() > product.price().amount();
    }
  }

  private final Facts facts;
  private final Chunk[] chunks;
  private final int size;

  private Slots(Facts facts, Chunk[] chunks, int size) {
    this.facts = facts;
    this.chunks = chunks;
    this.size = size;
  }

  static Slots of(Facts facts, List<Product> products) {
    Chunk[] chunks = new Chunk[(products.size() + CHUNK - 1) / CHUNK];
    for (int c = 0; c < chunks.length; c++) {
      chunks[c] = new Chunk();
      for (int i = 0; i < CHUNK && c * CHUNK + i < products.size(); i++) {
        chunks[c].set(i, products.get(c * CHUNK + i), facts);
      }
    }
    return new Slots(facts, chunks, products.size());
  }

  int size() {
    return size;
  }

  @Nullable Product get(int slot) {
    return slot < size ? chunks[slot / CHUNK].products[slot % CHUNK] : null;
  }

  Chunk[] chunks() {
    return chunks;
  }

  /// With other products at these numbers, null for none; numbers from `size` on are new.
  Slots with(Map<Integer, @Nullable Product> changes) {
    int needed = size;
    for (int slot : changes.keySet()) {
      needed = Math.max(needed, slot + 1);
    }
    Chunk[] next = Arrays.copyOf(chunks, (needed + CHUNK - 1) / CHUNK);
    for (int c = chunks.length; c < next.length; c++) {
      next[c] = new Chunk();
    }
    int copied = -1;
    // Ascending, so that each chunk is copied once.
    for (Map.Entry<Integer, @Nullable Product> entry : new TreeMap<>(changes).entrySet()) {
      int c = entry.getKey() / CHUNK;
      if (c != copied && c < chunks.length) {
        next[c] = chunks[c].copy();
      }
      copied = c;
      next[c].set(entry.getKey() % CHUNK, entry.getValue(), facts);
    }
    return new Slots(facts, next, needed);
  }

  /// With every product changed like this; chunks in which none is another are shared.
  ///
  /// @param told hears of each that is another now
  Slots map(UnaryOperator<Product> change, Consumer<CatalogueService.Change> told) {
    Chunk[] next = chunks.clone();
    for (int c = 0; c < chunks.length; c++) {
      for (int i = 0; i < CHUNK; i++) {
        Product before = chunks[c].products[i];
        Product now = before == null ? null : change.apply(before);
        if (before != null && now != before) {
          if (next[c] == chunks[c]) {
            next[c] = chunks[c].copy();
          }
          next[c].set(i, now, facts);
          told.accept(new CatalogueService.Change(before, now));
        }
      }
    }
    return new Slots(facts, next, size);
  }

  List<Product> all() {
    List<Product> all = new ArrayList<>(size);
    for (Chunk chunk : chunks) {
      for (Product product : chunk.products) {
        if (product != null) {
          all.add(product);
        }
      }
    }
    return all;
  }
}
