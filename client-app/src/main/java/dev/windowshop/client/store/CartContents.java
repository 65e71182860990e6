package dev.windowshop.client.store;

import dev.windowshop.protocol.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cart as it is shown, oldest line first.
public record CartContents(List<CartLine> lines) {
  public static final CartContents EMPTY = new CartContents(List.of());

  /// Pieces, not lines.
  public int count() {
    return lines.stream().mapToInt(CartLine::quantity).sum();
  }

  /// Null for an empty cart: it has no currency.
  public @Nullable Money subtotal() {
    return lines.stream().map(CartLine::total).reduce(Money::plus).orElse(null);
  }
}
