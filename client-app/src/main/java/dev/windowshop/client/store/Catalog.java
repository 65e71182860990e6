package dev.windowshop.client.store;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.ShopProfile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What the storefront's screens need of the catalogue. No method blocks.
public interface Catalog {
  /// The last home at once, then the relay's.
  Live<Home> home();

  void refreshHome();

  /// Why the last refresh of the home did not work; empty after one that did.
  Live<String> homeTrouble();

  /// The product from the cache, then as the relay has it.
  Live<Product> product(String id);

  /// The product as the relay has it now, or as it was last seen here.
  CompletableFuture<Product> fetch(String productId);

  /// A shop as everybody sees it; the last answer while the relay is away.
  CompletableFuture<ShopProfile> shop(String id);

  /// A few of each of these shops.
  CompletableFuture<List<Product>> fromShops(List<String> shopIds);

  /// Keeps the product on the screen current while somebody looks at it.
  Subscription watch(String productId);

  CompletableFuture<ProductPage> search(ProductQuery query, @Nullable String cursor);

  CompletableFuture<List<Product>> similar(String productId);

  /// What is bought in one go with it.
  CompletableFuture<List<Product>> together(String productId);

  /// What the shopper cares for.
  Interests interests();

  /// The product was shared, or something else was done with it.
  void interacted(String productId, Interaction.Type type);

  /// A product page was open this long.
  void viewed(String productId, Duration dwell);
}
