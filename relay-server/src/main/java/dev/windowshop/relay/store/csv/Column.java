package dev.windowshop.relay.store.csv;

import java.util.List;
import java.util.Locale;

/// The columns that are read, by all the names they have had.
enum Column {
  HANDLE("handle", "url handle"),
  TITLE("title"),
  BODY("body (html)", "body html", "body", "description"),
  VENDOR("vendor"),
  TYPE("type", "product type", "custom product type"),
  CATEGORY("product category", "google shopping / google product category"),
  TAGS("tags"),
  PUBLISHED("published", "published on online store"),
  STATUS("status"),
  OPTION1_NAME("option1 name"),
  OPTION1_VALUE("option1 value"),
  OPTION2_NAME("option2 name"),
  OPTION2_VALUE("option2 value"),
  OPTION3_NAME("option3 name"),
  OPTION3_VALUE("option3 value"),
  SKU("variant sku", "sku"),
  TRACKER("variant inventory tracker", "inventory tracker"),
  QUANTITY("variant inventory qty", "variant inventory quantity", "inventory quantity"),
  POLICY("variant inventory policy", "continue selling when out of stock"),
  PRICE("variant price", "price"),
  COMPARE_AT("variant compare at price", "compare-at price", "compare at price"),
  IMAGE("image src", "product image url"),
  IMAGE_POSITION("image position"),
  IMAGE_ALT("image alt text"),
  VARIANT_IMAGE("variant image", "variant image url"),
  /// Ours: see [OptionOrder].
  OPTION_ORDER(OptionOrder.HEADER.toLowerCase(Locale.ROOT));

  static final List<Column> OPTION_NAMES = List.of(OPTION1_NAME, OPTION2_NAME, OPTION3_NAME);
  static final List<Column> OPTION_VALUES = List.of(OPTION1_VALUE, OPTION2_VALUE, OPTION3_VALUE);

  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  /// Lower case, the oldest first.
  List<String> names() {
    return names;
  }
}
