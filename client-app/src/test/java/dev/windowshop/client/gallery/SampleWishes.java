package dev.windowshop.client.gallery;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.store.Wishes;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.WishlistItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A wishlist in memory.
public final class SampleWishes implements Wishes {
  public final Live<List<WishlistItem>> wishes = new Live<>(List.of());

  @Override
  public Live<List<WishlistItem>> wishes() {
    return wishes;
  }

  @Override
  public void add(Product product) {
    wishes.update(now -> {
      List<WishlistItem> next = new ArrayList<>(now);
      next.addFirst(new WishlistItem(product, product.price(), true, Instant.EPOCH));
      return next;
    });
  }

  @Override
  public void remove(String productId) {
    wishes.update(
        now -> now.stream().filter(item -> !item.product().id().equals(productId)).toList());
  }
}
