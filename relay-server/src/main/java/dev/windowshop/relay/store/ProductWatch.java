package dev.windowshop.relay.store;

import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import dev.windowshop.relay.realtime.Commands;
import dev.windowshop.relay.realtime.SocketLifecycle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Tells sockets when a product that they look at changes: at once, and after that twice a second
/// at most a product. Thread-safe.
final class ProductWatch implements SocketLifecycle {
  private static final int MOST = 50;

  /// Between two events about one product.
  private static final long APART = Duration.ofMillis(500).toNanos();

  private final CatalogueService catalogue;
  private final Broadcaster broadcaster;
  private final LongSupplier nanos;
  private final Map<String, Set<String>> productsBySocket = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> socketsByProduct = new ConcurrentHashMap<>();

  /// Products that changed, and when they were last told of.
  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  private final Map<String, Long> told = new ConcurrentHashMap<>();

  /// @param nanos a clock that only goes forward
  ProductWatch(CatalogueService catalogue, Broadcaster broadcaster, LongSupplier nanos) {
    this.catalogue = catalogue;
    this.broadcaster = broadcaster;
    this.nanos = nanos;
    catalogue.onChange(this::changed);
  }

  void commands(Commands commands) {
    commands.on(Command.WATCH_PRODUCT, Command.OfProduct.class, this::watch);
    commands.on(Command.UNWATCH_PRODUCT, Command.OfProduct.class, this::unwatch);
  }

  Map<String, Object> watch(ClientSocket socket, Command.OfProduct body) {
    if (body.productId() == null) {
      throw ProblemException.invalid("productId", "is missing");
    }
    Product product = catalogue.product(body.productId());
    Set<String> watched =
        productsBySocket.computeIfAbsent(socket.id(), key -> ConcurrentHashMap.newKeySet());
    if (watched.size() >= MOST && !watched.contains(product.id())) {
      throw new ProblemException(
          ProblemType.RATE_LIMITED, "Only " + MOST + " products can be watched at a time.");
    }
    watched.add(product.id());
    socketsByProduct.compute(
        product.id(),
        (id, sockets) -> {
          Set<String> all = sockets == null ? ConcurrentHashMap.newKeySet() : sockets;
          all.add(socket.id());
          return all;
        });
    // Read after it is watched: what changed in between is in the answer or will be told.
    return Map.of("product", catalogue.product(product.id()));
  }

  Map<String, Object> unwatch(ClientSocket socket, Command.OfProduct body) {
    if (body.productId() == null) {
      throw ProblemException.invalid("productId", "is missing");
    }
    Set<String> watched = productsBySocket.get(socket.id());
    if (watched != null && watched.remove(body.productId())) {
      leave(socket.id(), body.productId());
    }
    return Map.of();
  }

  @Override
  public void disconnected(ClientSocket socket, boolean last) {
    Set<String> watched = productsBySocket.remove(socket.id());
    if (watched != null) {
      watched.forEach(product -> leave(socket.id(), product));
    }
  }

  private void leave(String socket, String product) {
    socketsByProduct.computeIfPresent(
        product,
        (id, sockets) -> {
          sockets.remove(socket);
          return sockets.isEmpty() ? null : sockets;
        });
  }

  private void changed(List<CatalogueService.Change> changes) {
    for (CatalogueService.Change change : changes) {
      if (change.now() != null && socketsByProduct.containsKey(change.id())) {
        changed.add(change.id());
      }
    }
    tell();
  }

  /// Sends what is due; run every now and then.
  synchronized void tell() {
    long now = nanos.getAsLong();
    told.values().removeIf(at -> now - at >= APART);
    for (String id : changed) {
      if (told.containsKey(id)) {
        continue;
      }
      changed.remove(id);
      Product product = catalogue.catalogue().product(id);
      Set<String> sockets = socketsByProduct.get(id);
      if (product != null && sockets != null) {
        told.put(id, now);
        sockets.forEach(
            socket -> broadcaster.toSocket(socket, new ServerEvent.ProductChanged(product)));
      }
    }
  }
}
