package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A recommendation shelf, best first.
///
/// @param nextCursor null at the end
public record Recommendations(List<Item> items, @Nullable String nextCursor) {
  public Recommendations(List<Item> items) {
    this(items, null);
  }

  /// @param propensity the probability that it was given this place with; goes into the impression
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(Product product, Reason reason, @Nullable Double propensity) {
    public Item(Product product, Reason reason) {
      this(product, reason, null);
    }
  }

  /// @param text fit to be shown
  /// @param productId what it is because of
  public record Reason(String text, @Nullable String productId) {}

  /// `POST /recommendations/forget`.
  public record Forget(String productId) {}

  /// `GET`, `PUT /recommendations/privacy`: whether what the shopper does is remembered.
  ///
  /// @param on nothing new is remembered while it is
  public record Privacy(boolean on) {}
}
