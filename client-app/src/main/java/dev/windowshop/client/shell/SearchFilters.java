package dev.windowshop.client.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What narrows a search. Of several values of one thing any will do, of several things all have to
/// fit.
///
/// @param categories ids, slugs or names
/// @param options for example `Colour:Red`
/// @param shop a shop's id
/// @param minPrice minor units, as is `maxPrice`
/// @param minRating stars; 0 for any
/// @param onSale what is reduced only
public record SearchFilters(
    List<String> categories,
    List<String> brands,
    List<String> options,
    @Nullable String shop,
    @Nullable Long minPrice,
    @Nullable Long maxPrice,
    int minRating,
    boolean inStock,
    boolean onSale) {
  public static final SearchFilters NONE =
      new SearchFilters(List.of(), List.of(), List.of(), null, null, null, 0, false, false);

  public SearchFilters {
    categories = List.copyOf(categories);
    brands = List.copyOf(brands);
    options = List.copyOf(options);
  }

  public static SearchFilters category(String category) {
    return NONE.withCategories(List.of(category));
  }

  /// Whether anything beside the shop is narrowed.
  public boolean any() {
    return !equals(ofShop(shop));
  }

  private static SearchFilters ofShop(@Nullable String shop) {
    return NONE.withShop(shop);
  }

  /// With the value, or without it when it was there.
  public static List<String> toggled(List<String> values, String value) {
    List<String> next = new ArrayList<>(values);
    if (!next.remove(value)) {
      next.add(value);
    }
    return next;
  }

  public SearchFilters withCategories(List<String> next) {
    return new SearchFilters(
        next, brands, options, shop, minPrice, maxPrice, minRating, inStock, onSale);
  }

  public SearchFilters withBrands(List<String> next) {
    return new SearchFilters(
        categories, next, options, shop, minPrice, maxPrice, minRating, inStock, onSale);
  }

  public SearchFilters withOptions(List<String> next) {
    return new SearchFilters(
        categories, brands, next, shop, minPrice, maxPrice, minRating, inStock, onSale);
  }

  public SearchFilters withShop(@Nullable String next) {
    return new SearchFilters(
        categories, brands, options, next, minPrice, maxPrice, minRating, inStock, onSale);
  }

  /// @param least null for no lower bound
  /// @param most null for no upper bound
  public SearchFilters withPrices(@Nullable Long least, @Nullable Long most) {
    return new SearchFilters(
        categories, brands, options, shop, least, most, minRating, inStock, onSale);
  }

  public SearchFilters withMinRating(int stars) {
    return new SearchFilters(
        categories, brands, options, shop, minPrice, maxPrice, stars, inStock, onSale);
  }

  public SearchFilters withInStock(boolean only) {
    return new SearchFilters(
        categories, brands, options, shop, minPrice, maxPrice, minRating, only, onSale);
  }

  public SearchFilters withOnSale(boolean only) {
    return new SearchFilters(
        categories, brands, options, shop, minPrice, maxPrice, minRating, inStock, only);
  }
}
