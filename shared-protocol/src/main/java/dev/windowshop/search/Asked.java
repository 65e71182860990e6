package dev.windowshop.search;

import dev.windowshop.protocol.ProductSort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is looked for. Of several values of one thing any will do, of several things all have to
/// fit.
///
/// @param text what was typed; null for everything
/// @param categories ids of what will do; null for all
/// @param brands folded
/// @param options folded values by what the option is compared by
/// @param shop its id
/// @param minPrice minor units, of the cheapest variant; as is `maxPrice`
/// @param minRating stars; 0 for any
public record Asked(
    @Nullable String text,
    @Nullable Set<String> categories,
    Set<String> brands,
    Map<String, Set<String>> options,
    @Nullable String shop,
    @Nullable Long minPrice,
    @Nullable Long maxPrice,
    double minRating,
    boolean inStock,
    boolean onSale,
    ProductSort sort) {

  /// Brands as they are compared.
  public static Set<String> folded(Collection<String> values) {
    Set<String> folded = new HashSet<>();
    values.forEach(value -> folded.add(SearchText.fold(value)));
    return folded;
  }

  /// Options written as `Colour:Red`, as they are compared ([OptionNames]); what has no colon is
  /// left out.
  public static Map<String, Set<String>> options(List<String> written) {
    Map<String, Set<String>> options = new LinkedHashMap<>();
    for (String each : new ArrayList<>(written)) {
      int colon = each.indexOf(':');
      if (colon > 0 && colon < each.length() - 1) {
        options
            .computeIfAbsent(OptionNames.key(each.substring(0, colon)), n -> new HashSet<>())
            .add(SearchText.fold(each.substring(colon + 1).strip()));
      }
    }
    return options;
  }
}
