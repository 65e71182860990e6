package dev.windowshop.relay.store.csv;

import dev.windowshop.protocol.Product;
import dev.windowshop.relay.store.CategoryName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Makes a product of the rows that share its handle. Stateless.
final class ProductParser {
  private static final int TITLE_LENGTH = 255;
  private static final int NAME_LENGTH = 80;
  private static final int ATTRIBUTE_LENGTH = 500;
  private static final int MOST_ATTRIBUTES = 50;
  private static final int MOST_TAGS = 50;
  private static final int MOST_IMAGES = 30;
  private static final int MOST_STOCK = 1_000_000;

  /// What is on hand of something that its shop does not count.
  private static final int UNCOUNTED = 100;

  private final int digits;

  /// @param digits of the currency after the point
  ProductParser(int digits) {
    this.digits = digits;
  }

  /// @param told hears the line and the reason of every row that is left out
  /// @return null when nothing is left
  @Nullable ParsedProduct parse(String handle, List<Row> rows, BiConsumer<Long, String> told) {
    AtomicInteger refusals = new AtomicInteger();
    BiConsumer<Long, String> refuse =
        (line, why) -> {
          refusals.incrementAndGet();
          told.accept(line, why);
        };
    Row first =
        rows.stream().filter(row -> row.has(Column.TITLE)).findFirst().orElse(rows.getFirst());
    if (!first.has(Column.TITLE)) {
      refuse.accept(first.line(), "the product has no title");
      return null;
    }
    List<String> optionNames = optionNames(first);
    Map<Map<String, String>, ParsedProduct.Variant> variants = new LinkedHashMap<>();
    Set<ParsedProduct.Image> extra = new LinkedHashSet<>();
    TreeMap<Integer, List<ParsedProduct.Image>> images = new TreeMap<>();
    for (Row row : rows) {
      boolean isVariant =
          row.has(Column.OPTION1_VALUE) || row.has(Column.PRICE) || row.has(Column.SKU);
      if (isVariant) {
        addVariant(row, optionNames, variants, refuse);
      }
      boolean isImage = addImages(row, images, extra, refuse);
      if (!isVariant && !isImage && row != first) {
        refuse.accept(row.line(), "it holds neither a variant nor a picture");
      } else if (!isVariant && !isImage) {
        refuse.accept(row.line(), "it has no price");
      }
    }
    if (variants.isEmpty()) {
      if (refusals.get() == 0) {
        refuse.accept(first.line(), "no variant of it can be sold");
      }
      return null;
    }
    List<ParsedProduct.Variant> kept = List.copyOf(variants.values());
    return new ParsedProduct(
        first.line(),
        handle,
        cut(first.get(Column.TITLE), TITLE_LENGTH),
        HtmlText.of(first.get(Column.BODY)),
        first.has(Column.VENDOR) ? cut(first.get(Column.VENDOR), NAME_LENGTH) : null,
        category(first),
        tags(first),
        options(first, optionNames, kept),
        kept,
        inOrder(images, extra),
        attributes(first),
        offAs(first));
  }

  /// Empty for a product without options, which the exports call "Title: Default Title".
  private static List<String> optionNames(Row first) {
    boolean none =
        !first.has(Column.OPTION1_VALUE)
            || (first.get(Column.OPTION1_VALUE).equalsIgnoreCase("Default Title")
                && first.get(Column.OPTION1_NAME).matches("(?i)|title")
                && !first.has(Column.OPTION2_VALUE));
    if (none) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Column.OPTION_VALUES.size(); i++) {
      if (first.has(Column.OPTION_VALUES.get(i))) {
        String name = cut(first.get(Column.OPTION_NAMES.get(i)), NAME_LENGTH);
        boolean free = !name.isEmpty() && !names.contains(name);
        names.add(free ? name : "Option " + (i + 1));
      }
    }
    return names;
  }

  private void addVariant(
      Row row,
      List<String> names,
      Map<Map<String, String>, ParsedProduct.Variant> variants,
      BiConsumer<Long, String> refuse) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String value = cut(row.get(Column.OPTION_VALUES.get(i)), NAME_LENGTH);
      if (value.isEmpty()) {
        refuse.accept(row.line(), "the variant has no " + names.get(i));
        return;
      }
      options.put(names.get(i), value);
    }
    OptionalLong price = Amount.parse(row.get(Column.PRICE), digits);
    if (price.isEmpty()) {
      refuse.accept(
          row.line(),
          row.has(Column.PRICE)
              ? "'" + cut(row.get(Column.PRICE), 40) + "' is no price"
              : "it has no price");
      return;
    }
    if (variants.containsKey(options)) {
      refuse.accept(
          row.line(),
          options.isEmpty()
              ? "the product has no options, so it can't have a second variant"
              : "there is a variant " + String.join(" / ", options.values()) + " already");
      return;
    }
    OptionalLong compareAt = Amount.parse(row.get(Column.COMPARE_AT), digits);
    boolean reduced = compareAt.isPresent() && compareAt.getAsLong() > price.getAsLong();
    variants.put(
        options,
        new ParsedProduct.Variant(
            row.has(Column.SKU) ? cut(row.get(Column.SKU), NAME_LENGTH) : null,
            options,
            price.getAsLong(),
            reduced ? compareAt.getAsLong() : null,
            stock(row)));
  }

  private static int stock(Row row) {
    String text = row.get(Column.QUANTITY);
    boolean counted = row.has(Column.TRACKER);
    boolean oversold =
        row.get(Column.POLICY).equalsIgnoreCase("continue")
            || row.get(Column.POLICY).equalsIgnoreCase("true");
    int quantity = 0;
    if (text.matches("-?\\d{1,9}(\\.0+)?")) {
      quantity = (int) Math.min(MOST_STOCK, Math.max(0, (long) Double.parseDouble(text)));
    }
    return quantity == 0 && (!counted || oversold) ? UNCOUNTED : quantity;
  }

  private static boolean addImages(
      Row row,
      TreeMap<Integer, List<ParsedProduct.Image>> images,
      Set<ParsedProduct.Image> extra,
      BiConsumer<Long, String> refuse) {
    String alt = row.has(Column.IMAGE_ALT) ? cut(row.get(Column.IMAGE_ALT), TITLE_LENGTH) : null;
    boolean any = false;
    if (row.has(Column.IMAGE)) {
      any = true;
      if (isAddress(row.get(Column.IMAGE))) {
        String position = row.get(Column.IMAGE_POSITION);
        int place = position.matches("\\d{1,4}") ? Integer.parseInt(position) : 10_000;
        images
            .computeIfAbsent(place, key -> new ArrayList<>())
            .add(new ParsedProduct.Image(row.get(Column.IMAGE), alt));
      } else {
        refuse.accept(
            row.line(), "the picture's address '" + cut(row.get(Column.IMAGE), 60) + "' is none");
      }
    }
    if (row.has(Column.VARIANT_IMAGE)) {
      any = true;
      if (isAddress(row.get(Column.VARIANT_IMAGE))) {
        extra.add(new ParsedProduct.Image(row.get(Column.VARIANT_IMAGE), null));
      }
    }
    return any;
  }

  private static boolean isAddress(String text) {
    return text.length() <= 2000 && text.matches("(?i)https?://[^\\s\"<>]+");
  }

  private static List<ParsedProduct.Image> inOrder(
      TreeMap<Integer, List<ParsedProduct.Image>> images, Set<ParsedProduct.Image> extra) {
    Map<String, ParsedProduct.Image> byUrl = new LinkedHashMap<>();
    images.values().forEach(same -> same.forEach(i -> byUrl.putIfAbsent(i.url(), i)));
    extra.forEach(image -> byUrl.putIfAbsent(image.url(), image));
    return byUrl.values().stream().limit(MOST_IMAGES).toList();
  }

  /// The values in the order that the file names them, or else in that of the variants.
  private static List<Product.Option> options(
      Row first, List<String> names, List<ParsedProduct.Variant> variants) {
    List<List<String>> order = OptionOrder.read(first.get(Column.OPTION_ORDER));
    List<Product.Option> options = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Set<String> values = new LinkedHashSet<>();
      variants.forEach(variant -> values.add(variant.options().getOrDefault(name, "")));
      List<String> named = i < order.size() ? order.get(i) : List.of();
      options.add(
          new Product.Option(name, named.containsAll(values) ? named : List.copyOf(values)));
    }
    return options;
  }

  /// The type, or the last part of the taxonomy's path, or the first tag. A number is no name,
  /// unless it is the type: taxonomies have numbers too.
  private static String category(Row first) {
    for (Column column : List.of(Column.TYPE, Column.CATEGORY, Column.TAGS)) {
      String text = first.get(column);
      String part = column == Column.TAGS ? text.split(",", 2)[0] : text;
      String name = cut(CategoryName.of(part), NAME_LENGTH);
      if (!name.isEmpty() && (column == Column.TYPE || !name.matches("[\\d\\s]+"))) {
        return name;
      }
    }
    return CategoryName.NONE;
  }

  private static List<String> tags(Row first) {
    return Arrays.stream(first.get(Column.TAGS).split(","))
        .map(tag -> cut(tag.strip(), NAME_LENGTH))
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .limit(MOST_TAGS)
        .toList();
  }

  private static @Nullable Map<String, String> attributes(Row first) {
    Map<String, String> found = first.attributes();
    if (found == null) {
      return null;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    found.forEach((name, value) -> {
      if (attributes.size() < MOST_ATTRIBUTES && !name.isEmpty()) {
        attributes.putIfAbsent(cut(name, NAME_LENGTH), cut(value, ATTRIBUTE_LENGTH));
      }
    });
    return attributes;
  }

  private static @Nullable String offAs(Row first) {
    String status = first.get(Column.STATUS);
    if (status.equalsIgnoreCase("archived")) {
      return "archived";
    }
    boolean off =
        (!status.isEmpty() && !status.equalsIgnoreCase("active"))
            || first.get(Column.PUBLISHED).equalsIgnoreCase("false");
    return off ? "draft" : null;
  }

  private static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length)).strip();
  }
}
