package dev.windowshop.relay.app;

import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.chat.Catalogue;
import dev.windowshop.relay.store.ProductRepository;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What conversations see of the store.
record StoreForChat(ProductRepository products) implements Catalogue {
  @Override
  public Map<String, Product> products(Handle handle, Collection<String> ids) {
    return products.byIds(handle, ids);
  }

  @Override
  public @Nullable Shop shop(Handle handle, String id) {
    return products.shop(handle, id).orElse(null);
  }
}
