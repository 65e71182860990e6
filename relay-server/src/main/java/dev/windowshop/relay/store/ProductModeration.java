package dev.windowshop.relay.store;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What moderation does with products. Runs inside its unit of work.
public final class ProductModeration {
  private final ProductRepository products;

  public ProductModeration(ProductRepository products) {
    this.products = products;
  }

  public Optional<Product> onSale(Handle handle, String productId) {
    return products.isOnSale(handle, productId)
        ? products.byId(handle, productId)
        : Optional.empty();
  }

  /// Takes a product off the shop, or lets it back; every relay on this database shows it soon.
  ///
  /// @return false when it was so already
  public boolean hide(Handle handle, String productId, boolean hidden) {
    if (products.byId(handle, productId).isEmpty()) {
      throw ProblemException.notFound("product");
    }
    boolean changed = products.moderate(handle, productId, hidden);
    if (changed) {
      new CatalogueWriter().announce(handle, List.of(productId));
    }
    return changed;
  }
}
