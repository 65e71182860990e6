package dev.windowshop.relay.sell;

import dev.windowshop.protocol.Price;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.SellerProduct.VariantEdit;
import dev.windowshop.relay.store.CategoryName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a seller says a product is, checked and in the form to keep; pictures and the category are
/// looked up later. Immutable.
///
/// @param handle null where it is to be made of the title
/// @param media as asked for
record ProductForm(
    @Nullable String handle,
    String title,
    String description,
    String category,
    @Nullable String brand,
    List<String> tags,
    Map<String, String> attributes,
    List<Product.Option> options,
    List<Variant> variants,
    List<SellerProduct.MediaEdit> media,
    SellerProduct.Status status) {

  private static final int TITLE = 255;
  private static final int DESCRIPTION = 20_000;
  private static final int NAME = 80;
  private static final int ATTRIBUTE = 500;
  private static final int MOST_TAGS = 50;
  private static final int MOST_ATTRIBUTES = 50;
  private static final int MOST_OPTIONS = 3;
  private static final int MOST_VARIANTS = 100;
  private static final int MOST_MEDIA = 30;
  private static final int MOST_STOCK = 1_000_000;

  /// @param id null for one that is known by its options, or new
  /// @param stock null to leave it
  record Variant(
      @Nullable String id,
      @Nullable String sku,
      Map<String, String> options,
      long price,
      @Nullable Long compareAt,
      @Nullable Integer stock,
      @Nullable Integer stockWas) {}

  /// @param edit says everything
  /// @throws dev.windowshop.protocol.ProblemException 422 naming everything that is wrong
  static ProductForm of(SellerProduct.Edit edit, String currency) {
    Errors errors = new Errors();
    String title = errors.line("title", edit.title(), TITLE);
    String brand = edit.brand() == null ? "" : edit.brand().strip();
    if (!brand.isEmpty()) {
      errors.line("brand", brand, NAME);
    }
    List<Product.Option> options = options(edit.options(), errors);
    ProductForm form =
        new ProductForm(
            handle(edit.handle(), errors),
            title,
            errors.text("description", edit.description(), DESCRIPTION),
            edit.category() == null || edit.category().isBlank()
                ? CategoryName.NONE
                : errors.line("category", edit.category(), NAME),
            brand.isEmpty() ? null : brand,
            tags(edit.tags(), errors),
            attributes(edit.attributes(), errors),
            options,
            variants(edit.variants(), options, currency, errors),
            media(edit.media(), errors),
            status(edit.status(), errors));
    errors.refuse();
    return form;
  }

  private static @Nullable String handle(@Nullable String asked, Errors errors) {
    if (asked == null || asked.isBlank()) {
      return null;
    }
    String handle = errors.line("handle", asked, TITLE).toLowerCase(Locale.ROOT);
    if (!handle.matches("[\\p{L}\\p{M}\\p{N}._-]*")) {
      errors.add("handle", "may have letters, digits, dots, dashes and underscores only");
    }
    return handle;
  }

  private static SellerProduct.Status status(SellerProduct.@Nullable Status asked, Errors errors) {
    if (asked == SellerProduct.Status.UNKNOWN) {
      errors.add("status", "must be draft, published or archived");
    }
    return asked == null ? SellerProduct.Status.PUBLISHED : asked;
  }

  private static List<String> tags(@Nullable List<String> asked, Errors errors) {
    Map<String, String> tags = new LinkedHashMap<>();
    List<String> given = asked == null ? List.of() : asked;
    if (given.size() > MOST_TAGS) {
      errors.add("tags", "may be " + MOST_TAGS + " at most");
      return List.of();
    }
    for (int i = 0; i < given.size(); i++) {
      String tag = errors.line("tags[" + i + "]", given.get(i), NAME);
      if (tag.contains(",")) {
        errors.add("tags[" + i + "]", "must not hold a comma");
      }
      tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
    }
    return List.copyOf(tags.values());
  }

  private static Map<String, String> attributes(
      @Nullable Map<String, String> asked, Errors errors) {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (asked == null) {
      return attributes;
    }
    if (asked.size() > MOST_ATTRIBUTES) {
      errors.add("attributes", "may be " + MOST_ATTRIBUTES + " at most");
      return attributes;
    }
    asked.forEach((name, value) -> {
      String key = errors.line("attributes", name, NAME);
      attributes.put(key, errors.line("attributes." + key, value, ATTRIBUTE));
    });
    return attributes;
  }

  private static List<Product.Option> options(@Nullable List<Product.Option> asked, Errors errors) {
    List<Product.Option> options = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Product.Option> given = asked == null ? List.of() : asked;
    if (given.size() > MOST_OPTIONS) {
      errors.add("options", "may be " + MOST_OPTIONS + " at most");
      return options;
    }
    for (int i = 0; i < given.size(); i++) {
      String at = "options[" + i + "]";
      Product.Option option = given.get(i);
      if (option == null || option.values() == null) {
        errors.add(at, "is missing");
        continue;
      }
      String name = errors.line(at + ".name", option.name(), NAME);
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        errors.add(at + ".name", "is there twice");
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (String value : option.values()) {
        String text = errors.line(at + ".values", value, NAME);
        if (values.putIfAbsent(text.toLowerCase(Locale.ROOT), text) != null) {
          errors.add(at + ".values", "has " + text + " twice");
        }
      }
      if (values.isEmpty() || values.size() > MOST_VARIANTS) {
        errors.add(at + ".values", "must be 1 to " + MOST_VARIANTS);
      }
      options.add(new Product.Option(name, List.copyOf(values.values())));
    }
    return options;
  }

  private static List<Variant> variants(
      @Nullable List<VariantEdit> asked,
      List<Product.Option> options,
      String currency,
      Errors errors) {
    if (asked == null || asked.isEmpty() || asked.size() > MOST_VARIANTS) {
      errors.add("variants", "must be 1 to " + MOST_VARIANTS);
      return List.of();
    }
    List<Variant> variants = new ArrayList<>();
    Set<Map<String, String>> seen = new HashSet<>();
    Set<String> ids = new HashSet<>();
    Set<String> skus = new HashSet<>();
    for (int i = 0; i < asked.size(); i++) {
      String at = "variants[" + i + "]";
      VariantEdit edit = asked.get(i);
      if (edit == null) {
        errors.add(at, "is missing");
        continue;
      }
      Map<String, String> values = values(at, edit.options(), options, errors);
      if (!seen.add(values)) {
        errors.add(
            at + ".options",
            values.isEmpty()
                ? "are missing: without options there is but one variant"
                : "are those of another variant: " + String.join(" / ", values.values()));
      }
      if (edit.id() != null && !ids.add(edit.id())) {
        errors.add(at + ".id", "is there twice");
      }
      String sku = edit.sku() == null || edit.sku().isBlank() ? null : edit.sku().strip();
      if (sku != null) {
        errors.line(at + ".sku", sku, NAME);
        if (!skus.add(sku)) {
          errors.add(at + ".sku", "is that of another variant");
        }
      }
      variants.add(
          new Variant(
              edit.id(),
              sku,
              values,
              price(at + ".price", edit.price(), currency, errors),
              compareAt(at + ".compareAtPrice", edit, currency, errors),
              stock(at + ".stock", edit.stock(), errors),
              stock(at + ".stockWas", edit.stockWas(), errors)));
    }
    return variants;
  }

  private static Map<String, String> values(
      String at, @Nullable Map<String, String> asked, List<Product.Option> options, Errors errors) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> given = asked == null ? Map.of() : new TreeMap<>(asked);
    for (Product.Option option : options) {
      String value = given.get(option.name());
      if (value == null || value.isBlank()) {
        errors.add(at + ".options." + option.name(), "is missing");
      } else if (!option.values().contains(value.strip())) {
        errors.add(
            at + ".options." + option.name(), "is none of the option's values: " + value.strip());
      } else {
        values.put(option.name(), value.strip());
      }
    }
    for (String name : given.keySet()) {
      if (options.stream().noneMatch(option -> option.name().equals(name))) {
        errors.add(at + ".options." + name, "is no option of the product");
      }
    }
    return values;
  }

  private static long price(String field, @Nullable Price price, String currency, Errors errors) {
    if (price == null) {
      errors.add(field, "is missing");
      return 0;
    }
    return errors.price(field, price, currency);
  }

  private static @Nullable Long compareAt(
      String field, VariantEdit edit, String currency, Errors errors) {
    Price asked = edit.compareAtPrice();
    if (asked == null) {
      return null;
    }
    long amount = errors.price(field, asked, currency);
    if (edit.price() != null && amount <= edit.price().amount()) {
      errors.add(field, "must be above the price");
    }
    return amount;
  }

  private static @Nullable Integer stock(String field, @Nullable Integer asked, Errors errors) {
    if (asked != null && (asked < 0 || asked > MOST_STOCK)) {
      errors.add(field, "must be between 0 and " + MOST_STOCK);
    }
    return asked;
  }

  private static List<SellerProduct.MediaEdit> media(
      @Nullable List<SellerProduct.MediaEdit> asked, Errors errors) {
    List<SellerProduct.MediaEdit> given = asked == null ? List.of() : asked;
    if (given.size() > MOST_MEDIA) {
      errors.add("media", "may be " + MOST_MEDIA + " at most");
      return List.of();
    }
    for (int i = 0; i < given.size(); i++) {
      SellerProduct.MediaEdit one = given.get(i);
      if (one == null || (one.attachmentId() == null) == (one.url() == null)) {
        errors.add("media[" + i + "]", "must have either an attachmentId or a url");
      } else {
        errors.text("media[" + i + "].alt", one.alt(), TITLE);
      }
    }
    return List.copyOf(given);
  }
}
