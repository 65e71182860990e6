package dev.windowshop.client.store;

import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Product.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a product's options leave to choose from.
final class Choices {
  /// How one value of an option stands, beside what is chosen of the other options.
  enum State {
    AVAILABLE,
    SOLD_OUT,
    /// There is no such variant.
    ABSENT
  }

  private Choices() {}

  static State state(Product product, Map<String, String> chosen, String option, String value) {
    List<Variant> fitting =
        product.variants().stream()
            .filter(variant -> value.equals(variant.options().get(option)))
            .filter(variant ->
                chosen.entrySet().stream()
                    .filter(other -> !other.getKey().equals(option))
                    .allMatch(
                        other -> other.getValue().equals(variant.options().get(other.getKey()))))
            .toList();
    if (fitting.isEmpty()) {
      return State.ABSENT;
    }
    return fitting.stream().anyMatch(variant -> variant.stock() > 0)
        ? State.AVAILABLE
        : State.SOLD_OUT;
  }

  /// The variant that is chosen, once every option is.
  static Optional<Variant> variant(Product product, Map<String, String> chosen) {
    return product.variants().stream()
        .filter(variant -> chosen.equals(variant.options()))
        .findFirst();
  }

  /// What a page starts with: the first variant in stock, else the first.
  static Optional<Variant> first(Product product) {
    return product.variants().stream()
        .filter(variant -> variant.stock() > 0)
        .findFirst()
        .or(() -> product.variants().stream().findFirst());
  }

  static boolean pricesDiffer(Product product) {
    return product.variants().stream()
        .anyMatch(variant -> variant.price().amount() != product.price().amount());
  }
}
