package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A shop's public page (`GET /shops/{id}`), and what its owner edits. Begins with the fields of
/// [Shop].
///
/// @param bannerUrl a wide picture, path on the relay
/// @param delivery what it asks for a delivery, by method
/// @param rating mean over the reviews of all its products; null without one
/// @param version counts the edits; an edit names the one that it began from
public record ShopProfile(
    String id,
    String name,
    String ownerId,
    @Nullable String description,
    @Nullable String avatarUrl,
    @Nullable String color,
    @Nullable String bannerUrl,
    Policies policies,
    Map<String, Money> delivery,
    int productCount,
    @Nullable Double rating,
    int ratingCount,
    long version,
    Instant createdAt) {

  /// In the shop's own words; null where it says nothing.
  public record Policies(
      @Nullable String delivery, @Nullable String returns, @Nullable String payment) {
    public static final Policies NONE = new Policies(null, null, null);
  }

  /// `POST /shops` and `PATCH /shops/{id}`: a null leaves the field as it is, an empty text clears
  /// it.
  ///
  /// @param avatarId an upload of kind `image`; as is `bannerId`. An empty text takes the picture
  ///   off
  /// @param color `#rrggbb`
  /// @param delivery minor units by method, whole: what is not named costs what the relay says
  /// @param version the one that the edit began from; needed to change a shop, in `If-Match` too
  public record Edit(
      @Nullable String name,
      @Nullable String description,
      @Nullable String color,
      @Nullable String avatarId,
      @Nullable String bannerId,
      @Nullable Policies policies,
      @Nullable Map<String, Long> delivery,
      @Nullable Long version) {}

  /// `GET`, `PUT /me/shop/quick-replies`: what a seller says often.
  public record QuickReplies(List<QuickReply> items) {}

  /// @param title short, to be found by
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record QuickReply(String title, String text) {}
}
