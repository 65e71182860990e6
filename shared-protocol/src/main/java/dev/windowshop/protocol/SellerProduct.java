package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A product as its seller sees it, on sale or not.
///
/// @param version counts the edits (not the sales); an edit names the one that it began from
/// @param moderated taken off by a moderator, whatever its status
/// @param held of its stock, spoken for by orders that are not paid yet
public record SellerProduct(
    Product product, Status status, long version, boolean moderated, int held) {

  public enum Status {
    /// Nobody but its seller sees it.
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("published")
    PUBLISHED,
    /// No longer on sale, and kept.
    @JsonProperty("archived")
    ARCHIVED,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// `POST /products`, `PUT` and `PATCH /products/{id}`. A `PATCH` leaves what is null as it is; a
  /// list replaces the whole list. A `PUT`, like a `POST`, says everything.
  ///
  /// @param handle readable, unique within the shop; made of the title where it is missing
  /// @param category id, slug or name of a category; a new name makes one
  /// @param attributes shown as a table, for example `Material: oak`
  /// @param options up to 3
  /// @param variants up to 100; each has a value for every option, and no two have the same
  /// @param media in the order to show
  /// @param status `published` where it is missing from a new product
  /// @param version the one that the edit began from; needed to change a product, in `If-Match` too
  public record Edit(
      @Nullable String handle,
      @Nullable String title,
      @Nullable String description,
      @Nullable String category,
      @Nullable String brand,
      @Nullable List<String> tags,
      @Nullable Map<String, String> attributes,
      @Nullable List<Product.Option> options,
      @Nullable List<VariantEdit> variants,
      @Nullable List<MediaEdit> media,
      @Nullable Status status,
      @Nullable Long version) {}

  /// @param id of the variant that this becomes; without one, the one with these options, or a new
  ///   one
  /// @param price minor units, or an amount of the relay's currency; as is `compareAtPrice`
  /// @param stock null leaves it as it is, 0 for a new variant
  /// @param stockWas what the editor showed: what was sold meanwhile is then taken off `stock`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record VariantEdit(
      @Nullable String id,
      @Nullable String sku,
      @Nullable Map<String, String> options,
      @Nullable Price price,
      @Nullable Price compareAtPrice,
      @Nullable Integer stock,
      @Nullable Integer stockWas) {}

  /// One of the two: an upload of one's own, or the `url` of a picture that the product has.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MediaEdit(
      @Nullable String attachmentId, @Nullable String url, @Nullable String alt) {}

  /// One of the `lines` of an `edit-conflict`: what an edit would have overwritten.
  ///
  /// @param field as in the edit; `version` is always among them
  /// @param theirs what is there now
  /// @param yours what the edit says
  public record Difference(String field, @Nullable JsonNode theirs, @Nullable JsonNode yours) {}

  /// `POST /products/{id}/stock`: what came in, went out or was counted. One of `delta` and
  /// `stock`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StockEdit(
      String variantId, @Nullable Integer delta, @Nullable Integer stock, @Nullable String note) {}

  /// A variant and what there is of it (`GET /me/shop/low-stock`), the least first.
  ///
  /// @param held of its stock, spoken for by orders that are not paid yet
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StockLevel(
      String variantId,
      String productId,
      String title,
      Map<String, String> options,
      @Nullable String sku,
      @Nullable String imageUrl,
      int stock,
      int held) {}
}
