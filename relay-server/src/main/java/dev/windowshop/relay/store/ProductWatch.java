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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells sockets when a product that they look at changes. Snapshots come at most twice a second,
/// so the events do too. Thread-safe.
final class ProductWatch implements SocketLifecycle {
  private static final int MOST = 50;

  private final CatalogueService catalogue;
  private final Broadcaster broadcaster;
  private final Map<String, Set<String>> productsBySocket = new ConcurrentHashMap<>();

  ProductWatch(CatalogueService catalogue, Broadcaster broadcaster) {
    this.catalogue = catalogue;
    this.broadcaster = broadcaster;
    catalogue.onChange(this::changed);
  }

  void commands(Commands commands) {
    commands.on(Command.WATCH_PRODUCT, Command.OfProduct.class, this::watch);
    commands.on(Command.UNWATCH_PRODUCT, Command.OfProduct.class, this::unwatch);
  }

  private Map<String, Object> watch(ClientSocket socket, Command.OfProduct body) {
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
    return Map.of("product", product);
  }

  private Map<String, Object> unwatch(ClientSocket socket, Command.OfProduct body) {
    Set<String> watched = productsBySocket.get(socket.id());
    if (watched != null && body.productId() != null) {
      watched.remove(body.productId());
    }
    return Map.of();
  }

  @Override
  public void disconnected(ClientSocket socket, boolean last) {
    productsBySocket.remove(socket.id());
  }

  private void changed(Catalogue before, Catalogue now) {
    productsBySocket.forEach((socket, watched) ->
        watched.forEach(id -> {
          Product product = now.product(id);
          if (product != null && !product.equals(before.product(id))) {
            broadcaster.toSocket(socket, new ServerEvent.ProductChanged(product));
          }
        }));
  }
}
