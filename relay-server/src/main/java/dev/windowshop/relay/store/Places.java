package dev.windowshop.relay.store;

import dev.windowshop.protocol.Product;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Where products are found: their number by id, the product of a variant, and which pictures are
/// shown. Shared by a catalogue and those that come after it: for the blink of an eye an older one
/// may miss a product that is moving. Thread-safe; one thread at a time changes it.
final class Places {
  private final Map<String, Integer> slots = new ConcurrentHashMap<>();
  private final Map<String, String> productByVariant = new ConcurrentHashMap<>();
  private final Map<String, Integer> pictures = new ConcurrentHashMap<>();

  /// @return -1 for one that is not there
  int of(String productId) {
    return slots.getOrDefault(productId, -1);
  }

  @Nullable String productOfVariant(String variantId) {
    return productByVariant.get(variantId);
  }

  boolean shows(String picture) {
    return pictures.containsKey(picture);
  }

  void put(Product product, int slot) {
    slots.put(product.id(), slot);
    product.variants().forEach(variant -> productByVariant.put(variant.id(), product.id()));
    for (Product.Media media : product.media()) {
      pictures.merge(media.url(), 1, Integer::sum);
      pictures.merge(media.thumbUrl(), 1, Integer::sum);
    }
  }

  /// One product in place of another, of which either may be missing.
  void move(@Nullable Product before, @Nullable Product now, int slot) {
    if (now != null) {
      put(now, slot);
    }
    if (before == null) {
      return;
    }
    if (now == null) {
      slots.remove(before.id());
    }
    for (Product.Variant variant : before.variants()) {
      boolean stays =
          now != null && now.variants().stream().anyMatch(one -> one.id().equals(variant.id()));
      if (!stays) {
        productByVariant.remove(variant.id());
      }
    }
    for (Product.Media media : before.media()) {
      pictures.computeIfPresent(media.url(), (url, count) -> count == 1 ? null : count - 1);
      pictures.computeIfPresent(media.thumbUrl(), (url, count) -> count == 1 ? null : count - 1);
    }
  }
}
