package dev.windowshop.client.store;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The cart as it is shown, oldest line first.
///
/// @param saved put aside for later: in no sum, and not paid for
public record CartContents(List<CartLine> lines, List<CartLine> saved) {
  public static final CartContents EMPTY = new CartContents(List.of());

  public CartContents {
    lines = List.copyOf(lines);
    saved = List.copyOf(saved);
  }

  public CartContents(List<CartLine> lines) {
    this(lines, List.of());
  }

  /// Pieces, not lines.
  public int count() {
    return lines.stream().mapToInt(CartLine::quantity).sum();
  }

  /// Null for an empty cart: it has no currency.
  public @Nullable Money subtotal() {
    return lines.stream().map(CartLine::total).reduce(Money::plus).orElse(null);
  }

  /// Whether a price or what there is of something changed since its owner saw it.
  public boolean changed() {
    return lines.stream().anyMatch(CartLine::changed);
  }

  /// With products as they are now.
  CartContents with(Collection<Product> fresh) {
    Map<String, Product> byId = new HashMap<>();
    fresh.forEach(product -> byId.put(product.id(), product));
    return new CartContents(with(lines, byId), with(saved, byId));
  }

  private static List<CartLine> with(List<CartLine> lines, Map<String, Product> fresh) {
    return lines.stream()
        .map(line -> {
          Product now = fresh.get(line.product().id());
          return now == null || now.equals(line.product()) ? line : line.with(now);
        })
        .toList();
  }

  /// As it can be had now: new prices agreed to, no more than there are, what is sold out put
  /// aside.
  public CartContents settled() {
    List<CartLine> keep = new ArrayList<>();
    List<CartLine> later = new ArrayList<>(saved);
    for (CartLine line : lines) {
      (line.soldOut() ? later : keep).add(line.settled());
    }
    return new CartContents(keep, later);
  }
}
