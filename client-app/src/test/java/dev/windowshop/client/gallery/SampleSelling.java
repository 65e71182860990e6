package dev.windowshop.client.gallery;

import dev.windowshop.client.order.FakeOrders;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.seller.Selling;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.ShopImport;
import dev.windowshop.protocol.ShopProfile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A small shop of one's own, in memory; remembers what it was asked.
public final class SampleSelling implements Selling {
  private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
  public static final ShopProfile SHOP =
      new ShopProfile(
          "s1",
          "Fern & Kiln",
          "maya",
          "Things for slow mornings, made in Porto.",
          null,
          "#588157",
          "sample:vase:588157",
          new ShopProfile.Policies(
              "Packed within two days, in paper and straw.", "Thirty days, no questions.", null),
          Map.of("standard", new Money(490, "EUR"), "pickup", new Money(0, "EUR")),
          16,
          4.6,
          212,
          3,
          THEN);

  public final Live<Optional<ShopProfile>> shop = new Live<>(Optional.of(SHOP));
  public final Live<List<Order>> orders =
      new Live<>(
          List.of(
              FakeOrders.sample(3, Order.Status.PAID, Order.FulfilmentStatus.WAITING),
              FakeOrders.sample(2, Order.Status.PAID, Order.FulfilmentStatus.PACKED),
              FakeOrders.sample(1, Order.Status.PAID, Order.FulfilmentStatus.SHIPPED)));
  public final List<SellerProduct> products = new ArrayList<>();
  public final List<String> told = new ArrayList<>();
  public final List<SellerProduct.Edit> saved = new ArrayList<>();
  public @Nullable RuntimeException refusal;

  public SampleSelling(SampleShop catalog) {
    IntStream.range(0, 8)
        .forEach(index -> {
          Product product = catalog.products().get(index);
          products.add(
              new SellerProduct(
                  product,
                  index == 2 ? SellerProduct.Status.DRAFT : SellerProduct.Status.PUBLISHED,
                  index + 1,
                  false,
                  index == 1 ? 2 : 0));
        });
  }

  private <T> CompletableFuture<T> answer(T value) {
    RuntimeException no = refusal;
    refusal = null;
    return no == null
        ? CompletableFuture.completedFuture(value)
        : CompletableFuture.failedFuture(no);
  }

  @Override
  public Live<Optional<ShopProfile>> shop() {
    return shop;
  }

  @Override
  public CompletableFuture<ShopProfile> openShop(ShopProfile.Edit edit) {
    told.add("open " + edit.name());
    shop.set(Optional.of(SHOP));
    return answer(SHOP);
  }

  @Override
  public CompletableFuture<ShopProfile> changeShop(ShopProfile.Edit edit) {
    told.add("change " + edit.name());
    return answer(SHOP);
  }

  @Override
  public CompletableFuture<Page<SellerProduct>> products(
      String text, SellerProduct.@Nullable Status status, @Nullable String cursor) {
    return answer(new Page<>(List.copyOf(products), null));
  }

  @Override
  public CompletableFuture<SellerProduct> product(String id) {
    return answer(
        products.stream().filter(each -> each.product().id().equals(id)).findFirst().orElseThrow());
  }

  @Override
  public CompletableFuture<SellerProduct> save(@Nullable String id, SellerProduct.Edit edit) {
    saved.add(edit);
    return answer(products.getFirst());
  }

  @Override
  public CompletableFuture<Void> delete(String id) {
    told.add("delete " + id);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<List<SellerProduct.StockLevel>> lowStock() {
    return answer(
        List.of(
            new SellerProduct.StockLevel(
                "v1",
                "p1",
                "Stoneware mug",
                Map.of("Size", "Small"),
                "MUG-S",
                "sample:mug:2A6F97",
                0,
                0),
            new SellerProduct.StockLevel(
                "v3", "p3", "Bud vase", Map.of(), null, "sample:vase:588157", 2, 1)));
  }

  @Override
  public CompletableFuture<SellerProduct> restock(String productId, String variantId, int delta) {
    told.add("restock " + variantId + " " + delta);
    return answer(products.getFirst());
  }

  @Override
  public Live<List<Order>> orders() {
    return orders;
  }

  @Override
  public CompletableFuture<Order> fulfil(String orderId, Order.Fulfil step) {
    told.add("fulfil " + step.status() + " " + step.tracking());
    return answer(FakeOrders.sample(1, Order.Status.PAID, step.status()));
  }

  @Override
  public CompletableFuture<Order> refund(String orderId, long amount, @Nullable String note) {
    told.add("refund " + amount + " " + note);
    return answer(FakeOrders.sample(1, Order.Status.PAID, Order.FulfilmentStatus.SHIPPED));
  }

  @Override
  public CompletableFuture<List<ShopProfile.QuickReply>> quickReplies() {
    return answer(
        List.of(
            new ShopProfile.QuickReply("Shipping", "It leaves the workshop within two days."),
            new ShopProfile.QuickReply("Care", "Safe in the dishwasher, not in the oven.")));
  }

  @Override
  public CompletableFuture<List<ShopProfile.QuickReply>> saveQuickReplies(
      List<ShopProfile.QuickReply> replies) {
    told.add("replies " + replies.size());
    return answer(replies);
  }

  @Override
  public CompletableFuture<ShopImport> importFile(Path csv, boolean dryRun) {
    told.add("import " + dryRun);
    return answer(
        new ShopImport(
            12,
            3,
            40,
            0,
            1,
            List.of(new ShopImport.Problem(17, "mug", "The price -3 is below zero."))));
  }

  @Override
  public CompletableFuture<Void> export(Path csv) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Attachment> upload(Path picture) {
    return CompletableFuture.failedFuture(new IllegalStateException("not in the gallery"));
  }

  @Override
  public void refresh() {}
}
