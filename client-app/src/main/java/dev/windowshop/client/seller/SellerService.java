package dev.windowshop.client.seller;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.ShopImport;
import dev.windowshop.protocol.ShopProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The own shop at the relay. Thread-safe; nothing blocks.
public final class SellerService implements Selling {
  private static final Logger LOG = LoggerFactory.getLogger(SellerService.class);
  private static final TypeReference<Page<SellerProduct>> PRODUCTS = new TypeReference<>() {};
  private static final TypeReference<Page<Order>> ORDERS = new TypeReference<>() {};
  private static final TypeReference<List<Order>> KEPT_ORDERS = new TypeReference<>() {};
  private static final TypeReference<ShopProfile> PROFILE = new TypeReference<>() {};
  private static final TypeReference<Page<SellerProduct.StockLevel>> LEVELS =
      new TypeReference<>() {};
  private static final TypeReference<List<ShopProfile.QuickReply>> REPLIES =
      new TypeReference<>() {};
  private static final String REPLIES_PATH = "/me/shop/quick-replies";
  private static final String KEPT_REPLIES = "quick-replies";
  private static final MediaType CSV = MediaType.get("text/csv");
  private static final int MOST_PAGES = 10;

  private final SellerStore store;
  private final RelayClient relay;
  private final Workers workers;
  private final Live<Optional<ShopProfile>> shop = new Live<>();
  private final Live<List<Order>> orders = new Live<>(List.of());
  private volatile @Nullable String userId;

  public SellerService(
      ClientDatabase database,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Workers workers) {
    this.store = new SellerStore(database);
    this.relay = relay;
    this.workers = workers;
    account.account().observe(now -> workers.io().execute(() -> accountIs(now)));
    socket
        .state()
        .observe(state -> {
          if (state instanceof ConnectionState.Online) {
            refresh();
          }
        });
    socket.onEvent(event -> {
      if (event instanceof ServerEvent.OrderChanged(Order order)) {
        changed(order);
      }
    });
  }

  private void accountIs(Account now) {
    String user = now.userId();
    userId = user;
    ShopProfile kept = user == null ? null : store.find(user, "shop", PROFILE);
    List<Order> keptOrders = user == null ? null : store.find(user, "orders", KEPT_ORDERS);
    orders.set(keptOrders == null ? List.of() : keptOrders);
    if (kept != null || user == null) {
      shop.set(Optional.ofNullable(kept));
    }
    refresh();
  }

  @Override
  public void refresh() {
    workers.io().execute(this::fetch);
  }

  private void fetch() {
    String user = userId;
    if (user == null) {
      return;
    }
    try {
      ShopProfile own = relay.get("/me/shop", ShopProfile.class);
      store.save(user, "shop", own);
      if (user.equals(userId)) {
        shop.set(Optional.of(own));
      }
      List<Order> fresh = new ArrayList<>();
      String cursor = null;
      for (int page = 0; page < MOST_PAGES; page++) {
        Page<Order> part =
            relay.get(
                "/orders?as=seller&limit=100" + (cursor == null ? "" : "&cursor=" + cursor),
                ORDERS);
        fresh.addAll(part.items());
        cursor = part.nextCursor();
        if (cursor == null) {
          break;
        }
      }
      store.save(user, "orders", fresh);
      if (user.equals(userId)) {
        orders.set(List.copyOf(fresh));
      }
    } catch (ProblemException e) {
      if (e.type() == ProblemType.NOT_FOUND && user.equals(userId)) {
        shop.set(Optional.empty());
      } else {
        LOG.info("The shop stays as it was: {}", e.getMessage());
      }
    } catch (RelayUnreachableException e) {
      LOG.debug("The shop is shown as it was", e);
    }
  }

  private void changed(Order order) {
    Optional<ShopProfile> own = shop.value();
    String id = own == null ? null : own.map(ShopProfile::id).orElse(null);
    if (id != null && order.fulfilments().stream().anyMatch(one -> one.shopId().equals(id))) {
      take(order);
    }
  }

  private Order take(Order order) {
    orders.update(now -> {
      List<Order> all = new ArrayList<>(now);
      for (Order known : now) {
        if (known.id().equals(order.id())) {
          if (known.updatedAt().isAfter(order.updatedAt())) {
            return now;
          }
          all.remove(known);
        }
      }
      all.add(order);
      all.sort(Comparator.comparing(Order::id).reversed());
      return List.copyOf(all);
    });
    return order;
  }

  private ShopProfile took(ShopProfile now) {
    String user = userId;
    if (user != null) {
      store.save(user, "shop", now);
    }
    shop.set(Optional.of(now));
    return now;
  }

  private ShopProfile own() {
    Optional<ShopProfile> now = shop.value();
    if (now == null || now.isEmpty()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "You have no shop yet.");
    }
    return now.get();
  }

  @Override
  public Live<Optional<ShopProfile>> shop() {
    return shop;
  }

  @Override
  public CompletableFuture<ShopProfile> openShop(ShopProfile.Edit edit) {
    return async(() -> took(relay.post("/shops", edit, ShopProfile.class)));
  }

  @Override
  public CompletableFuture<ShopProfile> changeShop(ShopProfile.Edit edit) {
    return async(() -> took(relay.patch("/shops/" + own().id(), edit, ShopProfile.class)));
  }

  @Override
  public CompletableFuture<Page<SellerProduct>> products(
      String text, SellerProduct.@Nullable Status status, @Nullable String cursor) {
    String path =
        "/me/shop/products?limit=40"
            + (text.isBlank() ? "" : "&q=" + encoded(text))
            + (status == null ? "" : "&status=" + status.name().toLowerCase(Locale.ROOT))
            + (cursor == null ? "" : "&cursor=" + encoded(cursor));
    return async(() -> relay.get(path, PRODUCTS));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public CompletableFuture<SellerProduct> product(String id) {
    return async(() -> relay.get("/me/shop/products/" + id, SellerProduct.class));
  }

  @Override
  public CompletableFuture<SellerProduct> save(@Nullable String id, SellerProduct.Edit edit) {
    return async(() ->
        id == null
            ? relay.post("/products", edit, SellerProduct.class)
            : relay.put("/products/" + id, edit, SellerProduct.class));
  }

  @Override
  public CompletableFuture<Void> delete(String id) {
    return CompletableFuture.runAsync(() -> relay.delete("/products/" + id), workers.io());
  }

  @Override
  public CompletableFuture<List<SellerProduct.StockLevel>> lowStock() {
    return async(() -> relay.get("/me/shop/low-stock?at=5&limit=100", LEVELS).items());
  }

  @Override
  public CompletableFuture<SellerProduct> restock(String productId, String variantId, int delta) {
    return async(() ->
        relay.post(
            "/products/" + productId + "/stock",
            new SellerProduct.StockEdit(variantId, delta, null, null),
            SellerProduct.class));
  }

  @Override
  public Live<List<Order>> orders() {
    return orders;
  }

  @Override
  public CompletableFuture<Order> fulfil(String orderId, Order.Fulfil step) {
    return async(() ->
        take(relay.patch("/orders/" + orderId + "/fulfilments/" + own().id(), step, Order.class)));
  }

  @Override
  public CompletableFuture<Order> refund(String orderId, long amount, @Nullable String note) {
    return async(() ->
        take(
            relay.post(
                "/orders/" + orderId + "/refunds",
                new Order.Refund(amount, note),
                Ids.newId(),
                Order.class)));
  }

  @Override
  public CompletableFuture<List<ShopProfile.QuickReply>> quickReplies() {
    return async(() -> {
      String user = userId;
      try {
        return kept(user, relay.get(REPLIES_PATH, ShopProfile.QuickReplies.class).items());
      } catch (RelayUnreachableException e) {
        List<ShopProfile.QuickReply> last =
            user == null ? null : store.find(user, KEPT_REPLIES, REPLIES);
        if (last == null) {
          throw e;
        }
        return last;
      }
    });
  }

  private List<ShopProfile.QuickReply> kept(
      @Nullable String user, List<ShopProfile.QuickReply> replies) {
    if (user != null) {
      store.save(user, KEPT_REPLIES, replies);
    }
    return replies;
  }

  @Override
  public CompletableFuture<List<ShopProfile.QuickReply>> saveQuickReplies(
      List<ShopProfile.QuickReply> replies) {
    return async(() ->
        kept(
            userId,
            relay
                .put(
                    REPLIES_PATH,
                    new ShopProfile.QuickReplies(replies),
                    ShopProfile.QuickReplies.class)
                .items()));
  }

  @Override
  public CompletableFuture<ShopImport> importFile(Path csv, boolean dryRun) {
    return async(() -> {
      ShopImport report =
          relay.upload(
              "/me/shop/import?dryRun=" + dryRun,
              RequestBody.create(csv.toFile(), CSV),
              Ids.newId(),
              ShopImport.class);
      if (!dryRun) {
        fetch();
      }
      return report;
    });
  }

  @Override
  public CompletableFuture<Void> export(Path csv) {
    return CompletableFuture.runAsync(
        () -> relay.download("/me/shop/export", csv, bytes -> {}), workers.io());
  }

  @Override
  public CompletableFuture<Attachment> upload(Path picture) {
    return async(() -> relay.upload("/attachments", picture, "image", Attachment.class));
  }

  private <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, workers.io());
  }
}
