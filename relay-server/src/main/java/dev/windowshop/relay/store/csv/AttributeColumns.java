package dev.windowshop.relay.store.csv;

import dev.windowshop.relay.store.Slug;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Attributes are metafields there: a column each, `Material (product.metafields.custom.material)`.
/// Those of apps are left out.
final class AttributeColumns {
  private static final Pattern HEADER =
      Pattern.compile(
          "(.+) \\(product\\.metafields\\.(?:custom|shopify)\\.[^()]*\\)",
          Pattern.CASE_INSENSITIVE);

  private AttributeColumns() {}

  static String header(String name) {
    return name + " (product.metafields.custom." + Slug.of(name) + ")";
  }

  /// By the attributes' names, in the order of the columns.
  static Map<String, Integer> places(List<String> header) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      Matcher matcher = HEADER.matcher(header.get(i).strip());
      if (matcher.matches()) {
        places.putIfAbsent(matcher.group(1), i);
      }
    }
    return places;
  }
}
