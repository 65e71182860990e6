package dev.windowshop.client.app;

import dev.windowshop.client.cache.Migration;
import dev.windowshop.client.call.CallSchema;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.order.OrderSchema;
import dev.windowshop.client.order.OrderService;
import dev.windowshop.client.order.OrderServices;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.system.Keychain;
import dev.windowshop.client.seller.SellerSchema;
import dev.windowshop.client.seller.SellerService;
import dev.windowshop.client.store.StoreSchema;
import dev.windowshop.client.store.StoreServices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// A client without a window, in a folder of its own.
public final class TestClient implements AutoCloseable {
  private final ClientCore core;
  private final StoreServices store;
  private final OrderService orders;
  private final SellerService selling;

  public TestClient(Path folder, String relay) {
    core =
        ClientCore.open(
            Profile.in("test", folder.resolve("data"), folder.resolve("cache")),
            RelayAddress.of(relay, true),
            migrations(),
            Keychain.none());
    store =
        StoreServices.of(
            core.database(),
            core.relay(),
            core.socket(),
            core.account(),
            core.workers(),
            core.pictures());
    orders =
        OrderServices.of(
            core.database(), core.relay(), core.socket(), core.account(), core.workers(), store);
    selling =
        new SellerService(
            core.database(), core.relay(), core.socket(), core.account(), core.workers());
    core.start();
  }

  private static List<Migration> migrations() {
    List<Migration> all = new ArrayList<>(StoreSchema.migrations());
    all.addAll(OrderSchema.migrations());
    all.addAll(SellerSchema.migrations());
    all.addAll(CallSchema.migrations());
    return all;
  }

  public SellerService selling() {
    return selling;
  }

  public OrderService orders() {
    return orders;
  }

  public ClientCore core() {
    return core;
  }

  public StoreServices store() {
    return store;
  }

  public void signUp(String name) {
    core.account().signUp(name + "@example.org", name, "a good password", name).join();
  }

  /// Waits until the value is such; fails after thirty seconds.
  public static <T> T await(Live<T> live, Predicate<? super T> wanted) {
    CompletableFuture<T> found = new CompletableFuture<>();
    try (var subscription =
        live.observe(value -> {
          if (wanted.test(value)) {
            found.complete(value);
          }
        })) {
      return found.get(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("still " + live.value(), e);
    } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    core.close();
  }
}
