package dev.windowshop.client.store;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Cart;
import dev.windowshop.protocol.Product;
import java.time.Instant;
import java.util.ArrayList;
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
  private final Live<CartContents> cart = new Live<>(CartContents.EMPTY);

  /// @param added is told the id of what was put in
  CartService(
      CartStore store,
      CartSync sync,
      Consumer<String> added,
      AccountService account,
      Live<ConnectionState> connection,
      Workers workers) {
    this.store = store;
    this.sync = sync;
    this.added = added;
    sync.begin(cart, this::adopt);
    workers
        .io()
        .execute(() -> {
          CartContents saved = store.load();
          cart.update(now -> now.lines().isEmpty() ? saved : now);
          account.account().observe(this::accountChanged);
          connection.observe(state -> {
            if (state.reachable()) {
              sync.wake();
            }
          });
        });
  }

  @Override
  public Live<CartContents> cart() {
    return cart;
  }

  @Override
  public void add(Product product, Product.Variant variant, int quantity) {
    change(lines -> {
      int at = indexOf(lines, variant.id());
      if (at >= 0) {
        CartLine line = lines.get(at);
        lines.set(at, line.withQuantity(Math.min(MOST, line.quantity() + quantity)));
      } else {
        lines.add(new CartLine(product, variant, Math.clamp(quantity, 1, MOST), Instant.now()));
      }
      return lines;
    });
    added.accept(product.id());
  }

  /// None removes the line.
  @Override
  public void setQuantity(String variantId, int quantity) {
    change(lines -> {
      int at = indexOf(lines, variantId);
      if (at >= 0 && quantity <= 0) {
        lines.remove(at);
      } else if (at >= 0) {
        lines.set(at, lines.get(at).withQuantity(Math.min(MOST, quantity)));
      }
      return lines;
    });
  }

  /// Takes out what was ordered; what was added meanwhile stays.
  public void bought(String variantId, int quantity) {
    change(lines -> {
      int at = indexOf(lines, variantId);
      if (at >= 0) {
        int left = lines.get(at).quantity() - quantity;
        if (left > 0) {
          lines.set(at, lines.get(at).withQuantity(left));
        } else {
          lines.remove(at);
        }
      }
      return lines;
    });
  }

  /// Removes the line and hands it out, so that it can be put back.
  ///
  /// @throws IllegalArgumentException when there is no such line
  @Override
  public CartLine remove(String variantId) {
    CartLine[] removed = new CartLine[1];
    change(lines -> {
      int at = indexOf(lines, variantId);
      if (at >= 0) {
        removed[0] = lines.remove(at);
      }
      return lines;
    });
    if (removed[0] == null) {
      throw new IllegalArgumentException("no line of " + variantId);
    }
    return removed[0];
  }

  /// Puts a removed line back where it was.
  @Override
  public void restore(CartLine line) {
    change(lines -> {
      if (indexOf(lines, line.variant().id()) < 0) {
        lines.add(line);
        lines.sort(java.util.Comparator.comparing(CartLine::addedAt));
      }
      return lines;
    });
  }

  private void change(UnaryOperator<List<CartLine>> change) {
    cart.update(now -> new CartContents(List.copyOf(change.apply(new ArrayList<>(now.lines())))));
    saveCurrent();
    sync.edited();
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

  private void accountChanged(Account account) {
    sync.accountIs(account);
  }

  private static int indexOf(List<CartLine> lines, String variantId) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).variant().id().equals(variantId)) {
        return i;
      }
    }
    return -1;
  }

  /// The lines as the relay wants them.
  static List<Cart.Line> wire(CartContents contents) {
    return contents.lines().stream()
        .map(line -> new Cart.Line(line.variant().id(), line.quantity()))
        .toList();
  }
}
