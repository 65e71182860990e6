package dev.windowshop.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says which products fit, and counts what could be chosen of each thing as if nothing were chosen
/// of it yet: a product that fails of one thing only counts for that thing's choices. By numbers,
/// since it is done for every product; whoever asks knows what they stand for. One search, one
/// thread.
public final class ChoiceTally {
  /// An option of which something is asked.
  ///
  /// @param option its number; -1 for one that no product has, which fits nothing
  /// @param values the numbers of those that will do
  public record Wanted(int option, BitSet values) {}

  /// What is asked for, by number.
  ///
  /// @param categories null for all; as with `brands`
  public record Choices(
      @Nullable BitSet categories, @Nullable BitSet brands, List<Wanted> options) {}

  private final @Nullable String shop;
  private final boolean onlyInStock;
  private final boolean onlyOnSale;
  private final long minPrice;
  private final long maxPrice;
  private final double minRating;
  private final @Nullable BitSet wantedCategories;
  private final @Nullable BitSet wantedBrands;
  private final Wanted[] wanted;
  private final int[] optionOf;

  private final int[] categories;
  private final int[] brands;
  private final int[] values;
  private final int[] products;
  private final int[] ratings = new int[5];
  private long[] prices = new long[1024];
  private int priced;
  private int inStock;
  private int total;

  /// @param asked the rest of what is asked for
  /// @param categoryCount one more than the highest number of a category; as with brands
  /// @param optionOf the number of each value's option, by the value's
  public ChoiceTally(
      Asked asked, Choices choices, int categoryCount, int brandCount, int[] optionOf) {
    this.shop = asked.shop();
    this.onlyInStock = asked.inStock();
    this.onlyOnSale = asked.onSale();
    this.minPrice = asked.minPrice() == null ? Long.MIN_VALUE : asked.minPrice();
    this.maxPrice = asked.maxPrice() == null ? Long.MAX_VALUE : asked.maxPrice();
    this.minRating = asked.minRating();
    this.wantedCategories = choices.categories();
    this.wantedBrands = choices.brands();
    this.wanted = choices.options().toArray(Wanted[]::new);
    this.optionOf = optionOf;
    this.categories = new int[categoryCount];
    this.brands = new int[brandCount];
    this.values = new int[optionOf.length];
    this.products = new int[Arrays.stream(optionOf).max().orElse(-1) + 1];
  }

  /// Whether a product is to be looked at at all; such that are not count nowhere.
  public boolean admits(String ofShop, boolean stocked, boolean reduced) {
    return (shop == null || shop.equals(ofShop))
        && (stocked || !onlyInStock)
        && (reduced || !onlyOnSale);
  }

  /// Counts a product that is admitted.
  ///
  /// @param brand -1 for none
  /// @param price minor units, of the cheapest variant
  /// @param rating stars; 0 for none
  /// @param of the numbers of the values it comes in, those of one option beside each other
  /// @return whether it fits in everything
  public boolean takes(
      boolean stocked, int category, int brand, long price, double rating, int[] of) {
    boolean rightCategory = wantedCategories == null || wantedCategories.get(category);
    boolean rightBrand = wantedBrands == null || (brand >= 0 && wantedBrands.get(brand));
    boolean affordable = price >= minPrice && price <= maxPrice;
    boolean rightRating = rating >= minRating;
    int failing =
        (rightCategory ? 0 : 1)
            + (rightBrand ? 0 : 1)
            + (affordable ? 0 : 1)
            + (rightRating ? 0 : 1);
    int failed = -2;
    for (Wanted one : wanted) {
      if (!has(of, one.values())) {
        failing++;
        failed = one.option();
      }
    }
    if (failing > 1) {
      return false;
    }
    boolean fits = failing == 0;
    if (fits) {
      total++;
      inStock += stocked ? 1 : 0;
    }
    if (fits || !rightCategory) {
      categories[category]++;
    }
    if ((fits || !rightBrand) && brand >= 0) {
      brands[brand]++;
    }
    if (fits || !affordable) {
      price(price);
    }
    if (fits || !rightRating) {
      for (int least = 1; least <= 4 && rating >= least; least++) {
        ratings[least]++;
      }
    }
    options(of, fits, failed);
    return fits;
  }

  private static boolean has(int[] values, BitSet wanted) {
    for (int value : values) {
      if (wanted.get(value)) {
        return true;
      }
    }
    return false;
  }

  private void options(int[] of, boolean fits, int failed) {
    int last = -1;
    for (int value : of) {
      int option = optionOf[value];
      if (fits || option == failed) {
        values[value]++;
        if (option != last) {
          products[option]++;
          last = option;
        }
      }
    }
  }

  private void price(long price) {
    if (priced == prices.length) {
      prices = Arrays.copyOf(prices, priced * 2);
    }
    prices[priced++] = price;
  }

  /// Products that fit in everything.
  public int total() {
    return total;
  }

  /// How many of [#total()] are in stock.
  public int inStock() {
    return inStock;
  }

  /// How often each category was counted, by its number. Not copied.
  public int[] categories() {
    return categories;
  }

  public int[] brands() {
    return brands;
  }

  public int[] values() {
    return values;
  }

  /// How many products come in some value of an option, by its number.
  public int[] products() {
    return products;
  }

  /// By the least number of stars.
  public int[] ratings() {
    return ratings;
  }

  /// Of which the first [#priced()] count.
  public long[] prices() {
    return prices;
  }

  public int priced() {
    return priced;
  }
}
