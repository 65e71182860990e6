package dev.windowshop.client.order;

import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.store.Basket;
import dev.windowshop.client.store.Catalog;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Buys the same again: each line goes into the cart as far as there is still some of it. Blocks.
record Reordering(Catalog catalog, Basket basket) {

  Reordered again(Order order) {
    int added = 0;
    List<String> missing = new ArrayList<>();
    for (Order.Line line : order.lines()) {
      Product product = find(line.productId());
      Product.Variant variant =
          product == null
              ? null
              : product.variants().stream()
                  .filter(each -> each.id().equals(line.variantId()))
                  .findFirst()
                  .orElse(null);
      int most = variant == null ? 0 : Math.min(line.quantity(), Math.max(0, variant.stock()));
      if (product != null && variant != null && most > 0) {
        basket.add(product, variant, most);
        added += most;
      }
      if (most < line.quantity()) {
        missing.add(line.title());
      }
    }
    return new Reordered(added, missing);
  }

  private @Nullable Product find(String productId) {
    try {
      return catalog.fetch(productId).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ProblemException
          || e.getCause() instanceof RelayUnreachableException) {
        return null;
      }
      throw e;
    }
  }
}
