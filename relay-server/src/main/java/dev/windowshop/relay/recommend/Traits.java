package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/// What is known of items now, and whether they pass a query's filters. One query's.
final class Traits {
  private final Live live;
  private final ItemTable table;
  private final Filters filters;
  private final IntOpenHashSet categories;
  private final IntOpenHashSet brands;
  private final IntOpenHashSet sellers;
  private final IntOpenHashSet except = new IntOpenHashSet();

  Traits(Live live, Filters filters) {
    this.live = live;
    this.table = live.base.table();
    this.filters = filters;
    this.categories = numbers(filters.categories(), table.categories);
    this.brands = numbers(filters.brands(), table.brands);
    this.sellers = numbers(filters.sellers(), table.sellers);
    for (String id : filters.except()) {
      int number = live.numberOf(id);
      if (number != Names.NONE) {
        except.add(number);
      }
    }
  }

  static IntOpenHashSet numbers(Iterable<String> names, Names of) {
    IntOpenHashSet numbers = new IntOpenHashSet();
    for (String name : names) {
      int number = of.of(name);
      if (number != Names.NONE) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /// The numbers of the categories that are asked for; a new one is known by its name only.
  IntOpenHashSet categories() {
    return categories;
  }

  boolean passes(int item) {
    if (except.contains(item) || live.gone(item)) {
      return false;
    }
    Item changed = live.changed(item);
    if (changed != null) {
      return passes(changed);
    }
    if (item >= table.size()) {
      return filters.categories().isEmpty()
          && filters.brands().isEmpty()
          && filters.sellers().isEmpty()
          && !filters.restrictPrice();
    }
    if (!filters.categories().isEmpty() && !categories.contains(table.category(item))) {
      return false;
    }
    if (!filters.brands().isEmpty() && !brands.contains(table.brand[item])) {
      return false;
    }
    if (!filters.sellers().isEmpty() && !sellers.contains(table.seller[item])) {
      return false;
    }
    if (filters.restrictPrice() && !priced(table.price[item])) {
      return false;
    }
    return !filters.inStockOnly() || table.inStock(item);
  }

  private boolean passes(Item item) {
    return (filters.categories().isEmpty() || filters.categories().contains(item.category()))
        && (filters.brands().isEmpty() || filters.brands().contains(item.brand()))
        && (filters.sellers().isEmpty() || filters.sellers().contains(item.seller()))
        && (!filters.restrictPrice() || priced(item.price()))
        && (!filters.inStockOnly() || item.inStock());
  }

  private boolean priced(long price) {
    return price >= filters.minPrice() && price <= filters.maxPrice();
  }

  boolean inStock(int item) {
    Item changed = live.changed(item);
    if (changed != null) {
      return changed.inStock();
    }
    return item >= table.size() || table.inStock(item);
  }

  String category(int item) {
    Item changed = live.changed(item);
    if (changed != null) {
      return changed.category();
    }
    return item < table.size() ? table.categories.name(table.category(item)) : "";
  }

  String brand(int item) {
    Item changed = live.changed(item);
    return changed != null ? changed.brand() : name(table.brands, table.brand, item);
  }

  String seller(int item) {
    Item changed = live.changed(item);
    return changed != null ? changed.seller() : name(table.sellers, table.seller, item);
  }

  /// By number, 0 for none and for one that is newer than the snapshot.
  int categoryNumber(int item) {
    Item changed = live.changed(item);
    if (changed != null) {
      return Math.max(0, table.categories.of(changed.category()));
    }
    return item < table.size() ? table.category(item) : 0;
  }

  long price(int item) {
    Item changed = live.changed(item);
    if (changed != null) {
      return changed.price();
    }
    return item < table.size() ? table.price[item] : -1;
  }

  /// Seconds, 0 where it is not known.
  int created(int item) {
    Item changed = live.changed(item);
    if (changed != null) {
      return changed.createdAt() == 0 ? 0 : Streams.seconds(changed.createdAt());
    }
    return item < table.size() ? table.created[item] : 0;
  }

  private static String name(Names names, int[] of, int item) {
    return item < of.length ? names.name(of[item]) : "";
  }
}
