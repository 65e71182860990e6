package dev.windowshop.relay.store.csv;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The two sets of columns that Shopify has had, in its order.
public enum Generation {
  CLASSIC(
      "Handle",
      "Title",
      "Body (HTML)",
      "Vendor",
      "Product Category",
      "Type",
      "Tags",
      "Published",
      "Option1 Name",
      "Option1 Value",
      "Option2 Name",
      "Option2 Value",
      "Option3 Name",
      "Option3 Value",
      "Variant SKU",
      "Variant Inventory Tracker",
      "Variant Inventory Qty",
      "Variant Inventory Policy",
      "Variant Price",
      "Variant Compare At Price",
      "Image Src",
      "Image Position",
      "Image Alt Text",
      "Status"),
  CURRENT(
      "Title",
      "URL handle",
      "Description",
      "Vendor",
      "Product category",
      "Type",
      "Tags",
      "Published on online store",
      "Status",
      "SKU",
      "Option1 name",
      "Option1 value",
      "Option2 name",
      "Option2 value",
      "Option3 name",
      "Option3 value",
      "Price",
      "Compare-at price",
      "Inventory tracker",
      "Inventory quantity",
      "Continue selling when out of stock",
      "Product image URL",
      "Image position",
      "Image alt text");

  private static final Map<String, Column> BY_NAME =
      Stream.of(Column.values())
          .flatMap(column -> column.names().stream().map(name -> Map.entry(name, column)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private final List<String> header;

  Generation(String... header) {
    this.header = List.of(header);
  }

  List<String> header() {
    return header;
  }

  /// A record of this generation.
  List<String> record(Function<Column, String> value) {
    return header.stream().map(name -> value.apply(columnOf(name))).toList();
  }

  private static Column columnOf(String name) {
    Column column = BY_NAME.get(name.toLowerCase(Locale.ROOT));
    if (column == null) {
      throw new IllegalStateException("no column is called " + name);
    }
    return column;
  }

  /// Whether stock may be sold that is not there, in its words.
  String never() {
    return this == CLASSIC ? "deny" : "FALSE";
  }
}
