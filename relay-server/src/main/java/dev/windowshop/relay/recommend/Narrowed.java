package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import org.jspecify.annotations.Nullable;

/// What filters leave, where that is little: else a million items would be looked at to find a few.
/// One query's.
final class Narrowed {
  private static final int FEW = 30_000;

  private final Live live;
  private final Traits traits;
  private final Filters filters;

  Narrowed(Live live, Traits traits, Filters filters) {
    this.live = live;
    this.traits = traits;
    this.filters = filters;
  }

  /// All that may pass the filters, and maybe others; null where that is much.
  int @Nullable [] items() {
    IntArrayList byCategory = filters.categories().isEmpty() ? null : ofCategories();
    IntArrayList byPrice = filters.restrictPrice() ? ofPrices() : null;
    IntArrayList fewer =
        byCategory == null || (byPrice != null && byPrice.size() < byCategory.size())
            ? byPrice
            : byCategory;
    IntSet changed = live.changed();
    if (fewer == null || changed.size() > FEW) {
      return null;
    }
    fewer.addAll(changed);
    return fewer.toIntArray();
  }

  private @Nullable IntArrayList ofCategories() {
    Rows inCategory = live.base.model().inCategory();
    IntArrayList items = new IntArrayList();
    IntOpenHashSet categories = traits.categories();
    for (int category : categories) {
      int from = inCategory.from(category);
      int count = inCategory.to(category) - from;
      if (items.size() + count > FEW) {
        return null;
      }
      items.addElements(items.size(), inCategory.item(), from, count);
    }
    return items;
  }

  private @Nullable IntArrayList ofPrices() {
    ByPrice byPrice = live.base.model().byPrice();
    int from = byPrice.from(filters.minPrice());
    int to = byPrice.to(filters.maxPrice());
    if (to - from > FEW) {
      return null;
    }
    IntArrayList items = new IntArrayList();
    for (int place = from; place < to; place++) {
      items.add(byPrice.item(place));
    }
    return items;
  }
}
