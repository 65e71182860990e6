package dev.windowshop.client.store;

import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Cart;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ServerEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The cart: on this machine first, for guests and without a network, and at the relay for whoever
/// is signed in. A guest's cart joins the account's at signing in. Thread-safe; nothing blocks.
public final class CartService implements Basket {
  static final int MOST = 99;

  private final CartStore store;
  private final CartSync sync;
  private final Consumer<String> added;
  private final Consumer<String> look;
  private final Live<CartContents> cart = new Live<>(CartContents.EMPTY);

  /// @param added is told the id of what was put in
  /// @param look asks how a product is now; the answer comes to [#seen]
  CartService(
      CartStore store,
      CartSync sync,
      Consumer<String> added,
      Consumer<String> look,
      AccountService account,
      SocketClient socket,
      Workers workers) {
    this.store = store;
    this.sync = sync;
    this.added = added;
    this.look = look;
    sync.begin(cart, this::adopt, this::seen);
    workers
        .io()
        .execute(() -> {
          CartContents saved = store.load();
          cart.update(now -> now.equals(CartContents.EMPTY) ? saved : now);
          account.account().observe(sync::accountIs);
          socket
              .state()
              .observe(state -> {
                if (state.reachable()) {
                  sync.wake();
                }
              });
        });
    socket.onEvent(event -> {
      // Another machine of the same person changed it.
      if (event instanceof ServerEvent.PersonalChanged changed
          && changed.item().kind().equals("cart")) {
        sync.wake();
      }
    });
  }

  @Override
  public Live<CartContents> cart() {
    return cart;
  }

  @Override
  public void add(Product product, Product.Variant variant, int quantity) {
    change(now -> {
      List<CartLine> lines = new ArrayList<>(now.lines());
      int at = indexOf(lines, variant.id());
      if (at >= 0) {
        CartLine line = lines.get(at);
        lines.set(at, line.withQuantity(Math.min(MOST, line.quantity() + quantity)));
      } else {
        lines.add(
            new CartLine(product, variant, Math.clamp(quantity, 1, MOST), java.time.Instant.now()));
      }
      return new CartContents(lines, without(now.saved(), variant.id()));
    });
    added.accept(product.id());
  }

  /// None removes the line.
  @Override
  public void setQuantity(String variantId, int quantity) {
    changeLines(lines -> {
      int at = indexOf(lines, variantId);
      if (at >= 0 && quantity <= 0) {
        lines.remove(at);
      } else if (at >= 0) {
        lines.set(at, lines.get(at).withQuantity(Math.min(MOST, quantity)));
      }
    });
  }

  /// Takes out what was ordered; what was added meanwhile stays.
  public void bought(String variantId, int quantity) {
    changeLines(lines -> {
      int at = indexOf(lines, variantId);
      if (at >= 0) {
        int left = lines.get(at).quantity() - quantity;
        if (left > 0) {
          lines.set(at, lines.get(at).withQuantity(left));
        } else {
          lines.remove(at);
        }
      }
    });
  }

  /// Removes the line and hands it out, so that it can be put back.
  ///
  /// @throws IllegalArgumentException when there is no such line
  @Override
  public CartLine remove(String variantId) {
    CartLine[] removed = new CartLine[1];
    change(now -> {
      for (List<CartLine> part : List.of(now.lines(), now.saved())) {
        int at = indexOf(part, variantId);
        if (at >= 0) {
          removed[0] = part.get(at);
        }
      }
      return new CartContents(without(now.lines(), variantId), without(now.saved(), variantId));
    });
    if (removed[0] == null) {
      throw new IllegalArgumentException("no line of " + variantId);
    }
    return removed[0];
  }

  /// Puts a removed line back where it was.
  @Override
  public void restore(CartLine line) {
    changeLines(lines -> {
      if (indexOf(lines, line.variant().id()) < 0) {
        lines.add(line);
        lines.sort(Comparator.comparing(CartLine::addedAt));
      }
    });
  }

  @Override
  public void saveForLater(String variantId) {
    change(now -> {
      int at = indexOf(now.lines(), variantId);
      if (at < 0) {
        return now;
      }
      List<CartLine> saved = new ArrayList<>(without(now.saved(), variantId));
      saved.addFirst(now.lines().get(at));
      return new CartContents(without(now.lines(), variantId), saved);
    });
  }

  @Override
  public void moveToCart(String variantId) {
    change(now -> {
      int at = indexOf(now.saved(), variantId);
      if (at < 0) {
        return now;
      }
      List<CartLine> lines = new ArrayList<>(without(now.lines(), variantId));
      lines.add(now.saved().get(at));
      lines.sort(Comparator.comparing(CartLine::addedAt));
      return new CartContents(lines, without(now.saved(), variantId));
    });
  }

  @Override
  public void settle() {
    change(CartContents::settled);
  }

  @Override
  public void refresh() {
    CartContents now = cart.value();
    if (now != null) {
      java.util.stream.Stream.concat(now.lines().stream(), now.saved().stream())
          .map(line -> line.product().id())
          .distinct()
          .forEach(look);
    }
  }

  /// Products as they are now: what changed of them shows in the cart.
  void seen(Collection<Product> fresh) {
    CartContents before = cart.value();
    cart.update(now -> now.with(fresh));
    if (cart.value() != before) {
      saveCurrent();
    }
  }

  private void changeLines(Consumer<List<CartLine>> change) {
    change(now -> {
      List<CartLine> lines = new ArrayList<>(now.lines());
      change.accept(lines);
      return new CartContents(lines, now.saved());
    });
  }

  private void change(UnaryOperator<CartContents> change) {
    sync.edit(() -> {
      cart.update(change);
      saveCurrent();
    });
  }

  /// What the relay says the account's cart is, or an empty one after signing out.
  private void adopt(CartContents fresh) {
    cart.update(now -> fresh);
    saveCurrent();
  }

  private void saveCurrent() {
    CartContents now = cart.value();
    if (now != null) {
      store.save(now);
    }
  }

  private static List<CartLine> without(List<CartLine> lines, String variantId) {
    return lines.stream().filter(line -> !line.variant().id().equals(variantId)).toList();
  }

  private static int indexOf(List<CartLine> lines, String variantId) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).variant().id().equals(variantId)) {
        return i;
      }
    }
    return -1;
  }

  /// Lines as the relay wants them.
  static List<Cart.Line> wire(List<CartLine> lines) {
    return lines.stream().map(line -> new Cart.Line(line.variant().id(), line.quantity())).toList();
  }
}
