package dev.windowshop.client.store;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.WishlistItem;
import java.util.List;

/// What somebody would like to have. No method blocks; everything works without the relay, which is
/// told later.
public interface Wishes {
  /// The newest first.
  Live<List<WishlistItem>> wishes();

  default boolean has(String productId) {
    List<WishlistItem> now = wishes().value();
    return now != null && now.stream().anyMatch(item -> item.product().id().equals(productId));
  }

  void add(Product product);

  void remove(String productId);
}
