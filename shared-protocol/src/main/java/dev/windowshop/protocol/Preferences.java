package dev.windowshop.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody says that they like to shop for (`/me/preferences`).
///
/// @param categories ids, the dearest first
/// @param minPrice minor units of the relay's currency, null for none
/// @param maxPrice likewise
public record Preferences(
    List<String> categories,
    List<String> brands,
    @Nullable Long minPrice,
    @Nullable Long maxPrice) {
  public static final Preferences NONE = new Preferences(List.of(), List.of(), null, null);

  public Preferences(
      @Nullable List<String> categories,
      @Nullable List<String> brands,
      @Nullable Long minPrice,
      @Nullable Long maxPrice) {
    this.categories = categories == null ? List.of() : List.copyOf(categories);
    this.brands = brands == null ? List.of() : List.copyOf(brands);
    this.minPrice = minPrice;
    this.maxPrice = maxPrice;
  }
}
