package dev.windowshop.client.seller;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.ShopImport;
import dev.windowshop.protocol.ShopProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What a seller's screens need. No method blocks.
public interface Selling {
  /// The own shop; without a value until it is known, empty for none.
  Live<Optional<ShopProfile>> shop();

  CompletableFuture<ShopProfile> openShop(ShopProfile.Edit edit);

  CompletableFuture<ShopProfile> changeShop(ShopProfile.Edit edit);

  /// The newest first.
  ///
  /// @param text what was typed; empty for everything
  /// @param status null for all
  CompletableFuture<Page<SellerProduct>> products(
      String text, SellerProduct.@Nullable Status status, @Nullable String cursor);

  CompletableFuture<SellerProduct> product(String id);

  /// @param id null for a new one
  CompletableFuture<SellerProduct> save(@Nullable String id, SellerProduct.Edit edit);

  CompletableFuture<Void> delete(String id);

  CompletableFuture<List<SellerProduct.StockLevel>> lowStock();

  /// So many came in, or went out.
  CompletableFuture<SellerProduct> restock(String productId, String variantId, int delta);

  /// Orders of the own shop, the newest first.
  Live<List<Order>> orders();

  CompletableFuture<Order> fulfil(String orderId, Order.Fulfil step);

  CompletableFuture<Order> refund(String orderId, long amount, @Nullable String note);

  CompletableFuture<List<ShopProfile.QuickReply>> quickReplies();

  CompletableFuture<List<ShopProfile.QuickReply>> saveQuickReplies(
      List<ShopProfile.QuickReply> replies);

  /// @param dryRun only say what it would do
  CompletableFuture<ShopImport> importFile(Path csv, boolean dryRun);

  CompletableFuture<Void> export(Path csv);

  CompletableFuture<Attachment> upload(Path picture);

  /// Asks the relay what has changed.
  void refresh();
}
