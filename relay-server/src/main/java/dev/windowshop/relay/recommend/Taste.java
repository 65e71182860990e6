package dev.windowshop.relay.recommend;

import java.util.Set;

/// What somebody says they like. Prices in the smallest unit of the currency, inclusive.
public record Taste(Set<String> categories, Set<String> brands, long minPrice, long maxPrice) {
  public static final Taste UNKNOWN = new Taste(Set.of(), Set.of(), 0, Long.MAX_VALUE);

  public Taste {
    categories = Set.copyOf(categories);
    brands = Set.copyOf(brands);
  }

  boolean unknown() {
    return categories.isEmpty() && brands.isEmpty() && minPrice <= 0 && maxPrice == Long.MAX_VALUE;
  }
}
