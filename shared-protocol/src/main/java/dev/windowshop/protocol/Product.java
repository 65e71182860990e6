package dev.windowshop.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A product with its variants.
///
/// @param handle unique within its shop; what an import is idempotent by
/// @param description plain text with simple formatting: paragraphs, `- ` lists, `**bold**`
/// @param category the category's name
/// @param price the lowest variant's price
/// @param rating 0 to 5; null without a review
/// @param popularity 0 to 1, recomputed periodically
/// @param features `key:value` words that the recommender compares products by
/// @param stock sum over the variants
/// @param color `#rrggbb`, the main colour of its picture
/// @param attributes what its seller says about it by name, for example `Material: oak`, in order
public record Product(
    String id,
    String handle,
    String title,
    String description,
    Shop shop,
    String categoryId,
    String category,
    @Nullable String brand,
    Money price,
    @Nullable Money compareAtPrice,
    @Nullable Double rating,
    int ratingCount,
    double popularity,
    List<String> features,
    List<String> tags,
    int stock,
    List<Media> media,
    List<Option> options,
    List<Variant> variants,
    @Nullable String color,
    Instant createdAt,
    Instant updatedAt,
    Map<String, String> attributes) {

  /// Relays, and caches, of before leave the attributes out.
  public Product {
    attributes = Objects.requireNonNullElse(attributes, Map.of());
  }

  /// One without attributes.
  public Product(
      String id,
      String handle,
      String title,
      String description,
      Shop shop,
      String categoryId,
      String category,
      @Nullable String brand,
      Money price,
      @Nullable Money compareAtPrice,
      @Nullable Double rating,
      int ratingCount,
      double popularity,
      List<String> features,
      List<String> tags,
      int stock,
      List<Media> media,
      List<Option> options,
      List<Variant> variants,
      @Nullable String color,
      Instant createdAt,
      Instant updatedAt) {
    this(
        id,
        handle,
        title,
        description,
        shop,
        categoryId,
        category,
        brand,
        price,
        compareAtPrice,
        rating,
        ratingCount,
        popularity,
        features,
        tags,
        stock,
        media,
        options,
        variants,
        color,
        createdAt,
        updatedAt,
        Map.of());
  }

  /// With none left.
  public Product soldOut() {
    return with(
        popularity, features, 0, media, variants.stream().map(Variant::soldOut).toList(), color);
  }

  /// As the recommender and the order of popularity see it now.
  public Product scored(double nowPopular, List<String> nowFeatures) {
    return with(nowPopular, nowFeatures, stock, media, variants, color);
  }

  /// @param mainColor `#rrggbb`, as [#color]
  public Product pictured(List<Media> pictures, @Nullable String mainColor) {
    return with(popularity, features, stock, pictures, variants, mainColor);
  }

  private Product with(
      double nowPopular,
      List<String> nowFeatures,
      int left,
      List<Media> pictures,
      List<Variant> of,
      @Nullable String mainColor) {
    return new Product(
        id,
        handle,
        title,
        description,
        shop,
        categoryId,
        category,
        brand,
        price,
        compareAtPrice,
        rating,
        ratingCount,
        nowPopular,
        nowFeatures,
        tags,
        left,
        pictures,
        options,
        of,
        mainColor,
        createdAt,
        updatedAt,
        attributes);
  }

  /// @param url path on the relay or absolute address
  public record Media(String url, String thumbUrl, @Nullable String alt) {}

  /// @param name for example `Size`
  public record Option(String name, List<String> values) {}

  /// @param options value by option name; empty for a product's only variant
  public record Variant(
      String id,
      @Nullable String sku,
      Map<String, String> options,
      Money price,
      @Nullable Money compareAtPrice,
      int stock) {
    Variant soldOut() {
      return new Variant(id, sku, options, price, compareAtPrice, 0);
    }
  }
}
