package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What conversations need to know of the store. Called inside units of work.
public interface Catalogue {
  /// Those that exist, by id.
  Map<String, Product> products(Handle handle, Collection<String> ids);

  @Nullable Shop shop(Handle handle, String id);
}
