package dev.windowshop.client.demo;

import dev.windowshop.protocol.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a seller knows of a product: read out of what the shop says about it.
///
/// @param paragraphs of its description, without lists
/// @param measures the measures in its lists: `height 26 cm`
record ProductFacts(Product product, List<String> paragraphs, List<String> measures) {
  private static final int LOW = 4;

  static ProductFacts of(Product product) {
    List<String> paragraphs = new ArrayList<>();
    List<String> measures = new ArrayList<>();
    for (String part : product.description().replace("**", "").split("\n\n")) {
      List<String> plain = new ArrayList<>();
      for (String line : part.split("\n")) {
        if (line.startsWith("- ")) {
          measured(line.substring(2).strip(), measures);
        } else if (!line.isBlank()) {
          plain.add(line.strip());
        }
      }
      if (!plain.isEmpty()) {
        paragraphs.add(String.join(" ", plain));
      }
    }
    return new ProductFacts(product, List.copyOf(paragraphs), List.copyOf(measures));
  }

  /// Measures have a number; the rest of a list is no answer to how large something is.
  private static void measured(String line, List<String> measures) {
    if (line.chars().anyMatch(Character::isDigit)) {
      measures.add(line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1));
    }
  }

  String name() {
    return product.title();
  }

  String price() {
    List<Long> prices =
        product.variants().stream().map(v -> v.price().amount()).distinct().toList();
    String lowest = product.price().format(Locale.ENGLISH);
    return prices.size() > 1 ? "from " + lowest : lowest;
  }

  /// The words of one of the product's features, for example its materials.
  List<String> feature(String key) {
    String prefix = key + ":";
    return product.features().stream()
        .filter(feature -> feature.startsWith(prefix))
        .map(feature -> feature.substring(prefix.length()).replace('-', ' '))
        .toList();
  }

  boolean soldOut() {
    return product.stock() <= 0;
  }

  /// `9 of the Wine and 2 of the Sage`, or how many there are of an only variant.
  String stock() {
    if (product.variants().size() == 1) {
      return product.stock() + " left";
    }
    List<Product.Variant> there =
        product.variants().stream().filter(variant -> variant.stock() > 0).toList();
    if (there.size() > 4) {
      return product.stock() + " left over all " + optionNames();
    }
    return listed(
        there.stream()
            .map(v -> v.stock() + " of the " + String.join(" ", v.options().values()))
            .toList());
  }

  boolean runsLow() {
    return product.stock() > 0 && product.stock() <= LOW;
  }

  /// The variants that one cannot have now.
  List<String> missing() {
    return product.variants().stream()
        .filter(variant -> variant.stock() <= 0)
        .map(variant -> String.join(" ", variant.options().values()))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  String optionNames() {
    return product.options().isEmpty()
        ? "of them"
        : listed(
            product.options().stream()
                .map(option -> option.name().toLowerCase(Locale.ROOT) + "s")
                .toList());
  }

  /// What it comes in, by an option whose name is one of these; empty when it has none.
  List<String> values(Set<String> optionNames) {
    return product.options().stream()
        .filter(option -> optionNames.contains(option.name().toLowerCase(Locale.ROOT)))
        .flatMap(option -> option.values().stream())
        .toList();
  }

  static String listed(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return parts.subList(0, parts.size() - 1).stream().collect(Collectors.joining(", "))
        + " and "
        + parts.getLast();
  }
}
