package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/// How well items fit what somebody says they like. One query's.
final class Fit {
  private static final double CATEGORY = 0.6;
  private static final double BRAND = 0.3;
  private static final double PRICE = 0.1;

  private final Live live;
  private final Traits traits;
  private final Taste taste;
  private final IntOpenHashSet categories;
  private final IntOpenHashSet brands;
  private final boolean band;

  Fit(Live live, Traits traits, Taste taste) {
    this.live = live;
    this.traits = traits;
    this.taste = taste;
    ItemTable table = live.base.table();
    this.categories = Traits.numbers(taste.categories(), table.categories);
    this.brands = Traits.numbers(taste.brands(), table.brands);
    this.band = taste.minPrice() > 0 || taste.maxPrice() < Long.MAX_VALUE;
  }

  /// 0 to 1.
  double of(int item) {
    if (taste.unknown()) {
      return 0;
    }
    ItemTable table = live.base.table();
    boolean plain = live.changed(item) == null && item < table.size();
    boolean category =
        plain
            ? categories.contains(table.category(item))
            : taste.categories().contains(traits.category(item));
    boolean brand =
        plain ? brands.contains(table.brand[item]) : taste.brands().contains(traits.brand(item));
    long price = traits.price(item);
    boolean priced = band && price >= taste.minPrice() && price <= taste.maxPrice();
    double fit = category ? CATEGORY : 0;
    fit += brand ? BRAND : 0;
    return fit + (priced ? PRICE : 0);
  }

  /// No item fits better.
  double most() {
    return taste.unknown() ? 0 : 1;
  }
}
