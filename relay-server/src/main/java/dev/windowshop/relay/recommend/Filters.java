package dev.windowshop.relay.recommend;

import java.util.Set;

/// Which items may be answered. Empty sets restrict nothing; prices are inclusive.
public record Filters(
    Set<String> categories,
    Set<String> brands,
    Set<String> sellers,
    long minPrice,
    long maxPrice,
    boolean inStockOnly,
    Set<String> except) {
  public static final Filters NONE =
      new Filters(Set.of(), Set.of(), Set.of(), 0, Long.MAX_VALUE, false, Set.of());

  public Filters {
    categories = Set.copyOf(categories);
    brands = Set.copyOf(brands);
    sellers = Set.copyOf(sellers);
    except = Set.copyOf(except);
  }

  public Filters inCategories(Set<String> only) {
    return new Filters(only, brands, sellers, minPrice, maxPrice, inStockOnly, except);
  }

  public Filters priced(long min, long max) {
    return new Filters(categories, brands, sellers, min, max, inStockOnly, except);
  }

  public Filters inStock() {
    return new Filters(categories, brands, sellers, minPrice, maxPrice, true, except);
  }

  public Filters without(Set<String> items) {
    return new Filters(categories, brands, sellers, minPrice, maxPrice, inStockOnly, items);
  }

  boolean restrictPrice() {
    return minPrice > 0 || maxPrice < Long.MAX_VALUE;
  }
}
