package dev.windowshop.relay.demo;

import dev.windowshop.relay.demo.picture.ProductKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the demo shop's texts. Each line of a resource starts with a word that says what it is.
final class DemoTexts {
  private static final List<String> FILES =
      List.of("home", "kitchen", "clothes", "wear", "paper-sound", "outside", "little-things");

  private DemoTexts() {}

  /// All products of one kind, and what is said of every one of them.
  ///
  /// @param sizes option name and values, or empty
  /// @param details sentences about how it is made
  /// @param uses sentences about living with it
  /// @param facts lines of the list in the description
  /// @param praise reviews with four or five stars
  /// @param doubts reviews with two or three
  record Range(
      ProductKind kind,
      String category,
      String shop,
      String word,
      List<String> tags,
      List<String> sizes,
      List<Model> models,
      List<String> details,
      List<String> uses,
      List<String> facts,
      List<String> praise,
      List<String> doubts) {}

  /// One product.
  ///
  /// @param shape which drawing
  /// @param cents price; `before` is the price struck through, 0 for none
  /// @param colors names out of [DemoColors]
  /// @param blurb what this one is
  record Model(
      int shape,
      String title,
      int cents,
      int before,
      String material,
      List<String> colors,
      String style,
      String blurb) {}

  static List<Range> ranges() {
    var ranges = new ArrayList<Range>();
    for (String file : FILES) {
      RangeReader reader = new RangeReader(file);
      for (String line : lines("catalog/" + file + ".txt")) {
        reader.take(line).ifPresent(ranges::add);
      }
      reader.end().ifPresent(ranges::add);
    }
    return ranges;
  }

  /// Sentences by key, out of a resource of `key: sentence` lines.
  static Map<String, List<String>> sentences(String resource) {
    var byKey = new LinkedHashMap<String, List<String>>();
    for (String line : lines(resource)) {
      int colon = line.indexOf(':');
      byKey
          .computeIfAbsent(line.substring(0, colon).strip(), key -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return byKey;
  }

  static List<String> lines(String resource) {
    try (InputStream in = DemoTexts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + resource, e);
    }
  }

  static ProductKind kind(String word) {
    return ProductKind.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
