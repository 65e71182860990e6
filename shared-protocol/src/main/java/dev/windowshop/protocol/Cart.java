package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody means to buy. The newest `PUT` wins.
///
/// @param products of an answer, the products of its lines, so that a new device can show them
/// @param saved put aside for later; a `PUT` without them leaves them as they are
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cart(List<Line> lines, @Nullable List<Product> products, @Nullable List<Line> saved) {
  public Cart(List<Line> lines) {
    this(lines, null, null);
  }

  public Cart(List<Line> lines, @Nullable List<Product> products) {
    this(lines, products, null);
  }

  public record Line(String variantId, int quantity) {}

  /// `POST /me/merge`, once a guest.
  public record Merge(String guestId, List<Line> lines) {}
}
