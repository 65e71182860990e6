package dev.windowshop.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A recommendation shelf, best first.
public record Recommendations(List<Item> items) {
  public record Item(Product product, Reason reason) {}

  /// @param text fit to be shown
  /// @param productId what it is because of
  public record Reason(String text, @Nullable String productId) {}
}
