package dev.windowshop.relay.store.csv;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Product;
import java.util.LinkedHashSet;
import java.util.List;

/// A column of our own: the values of a product's options, for where the order of the variants does
/// not tell it. Other shops pass over it.
final class OptionOrder {
  static final String HEADER = "Option values (product.metafields.windowshop.option_values)";

  private static final TypeReference<List<List<String>>> VALUES = new TypeReference<>() {};

  private OptionOrder() {}

  /// Empty where the rows say it anyway.
  static String of(Product product) {
    boolean told =
        product.options().stream()
            .allMatch(option ->
                option
                    .values()
                    .equals(
                        List.copyOf(
                            new LinkedHashSet<>(
                                product.variants().stream()
                                    .map(variant ->
                                        variant.options().getOrDefault(option.name(), ""))
                                    .toList()))));
    return told ? "" : Json.encode(product.options().stream().map(Product.Option::values).toList());
  }

  /// Empty where it is no such text.
  static List<List<String>> read(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      return Json.decode(text, VALUES).stream().map(List::copyOf).toList();
    } catch (RuntimeException e) {
      return List.of();
    }
  }
}
