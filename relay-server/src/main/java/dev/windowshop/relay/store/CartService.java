package dev.windowshop.relay.store;

import dev.windowshop.protocol.Cart;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.db.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody means to buy. Blocks its caller, a virtual thread.
final class CartService {
  private static final int MOST_LINES = 200;
  private static final int MOST_OF_ONE = 999;

  private final Database database;
  private final CatalogueService catalogue;
  private final CartRepository carts = new CartRepository();
  private final GuestInterests interests;
  private final PersonalNews news;
  private final Clock clock;

  CartService(
      Database database,
      CatalogueService catalogue,
      Clock clock,
      GuestInterests interests,
      PersonalNews news) {
    this.news = news;
    this.database = database;
    this.catalogue = catalogue;
    this.clock = clock;
    this.interests = interests;
  }

  Cart cart(String userId) {
    return shown(database.read(handle -> carts.cart(handle, userId)));
  }

  Cart replace(String userId, Cart asked) {
    List<Cart.Line> lines = check("lines", asked.lines(), true);
    List<Cart.Line> saved = asked.saved() == null ? null : check("saved", asked.saved(), false);
    return shown(
        database
            .write(
                handle -> {
                  carts.replace(handle, userId, lines);
                  if (saved != null) {
                    carts.replaceSaved(handle, userId, saved);
                  }
                  return new Changed(
                      carts.cart(handle, userId), news.changed(handle, userId, "cart"));
                },
                changed -> news.tell(userId, changed.item()))
            .cart());
  }

  private record Changed(Cart cart, Sync.PersonalItem item) {}

  /// Takes over a guest's cart and interests. Asking again changes nothing.
  Cart merge(String userId, Cart.Merge merge) {
    if (merge.guestId() == null || !merge.guestId().matches("[A-Za-z0-9_-]{16,64}")) {
      throw ProblemException.invalid("guestId", "is no guest's id");
    }
    List<Cart.Line> lines = check("lines", merge.lines(), false);
    String guest = Actor.guest(merge.guestId()).key();
    Merged merged =
        database.write(
            handle -> {
              Runnable after = () -> {};
              boolean first = carts.mergedBy(handle, guest).isEmpty();
              if (!carts.merge(handle, guest, userId, clock.instant()).equals(userId)) {
                throw new ProblemException(
                    ProblemType.CONFLICT, "This guest was merged into another account before.");
              }
              if (first) {
                Map<String, Integer> quantities = new LinkedHashMap<>();
                carts
                    .cart(handle, userId)
                    .lines()
                    .forEach(line -> quantities.put(line.variantId(), line.quantity()));
                lines.forEach(
                    line -> quantities.merge(line.variantId(), line.quantity(), Math::max));
                carts.replace(handle, userId, lines(quantities));
                after = interests.takeOver(handle, guest, userId);
              }
              return new Merged(carts.cart(handle, userId), after);
            },
            done -> done.after().run());
    return shown(merged.cart());
  }

  private record Merged(Cart cart, Runnable after) {}

  /// With the products of its lines, so that a device that never saw them can show them.
  private Cart shown(Cart cart) {
    Set<Product> products = new LinkedHashSet<>();
    List<Cart.Line> saved = cart.saved() == null ? List.of() : cart.saved();
    List<Cart.Line> all = new ArrayList<>(cart.lines());
    all.addAll(saved);
    for (Cart.Line line : all) {
      Product product = catalogue.catalogue().productOfVariant(line.variantId());
      if (product != null) {
        products.add(product);
      }
    }
    return new Cart(cart.lines(), List.copyOf(products), saved);
  }

  private static List<Cart.Line> lines(Map<String, Integer> quantities) {
    List<Cart.Line> lines = new ArrayList<>();
    quantities.forEach((variant, quantity) -> lines.add(new Cart.Line(variant, quantity)));
    return lines.subList(0, Math.min(lines.size(), MOST_LINES));
  }

  /// One line a variant.
  ///
  /// @param strict refuse variants that are not on sale, instead of leaving them out
  private List<Cart.Line> check(String field, @Nullable List<Cart.Line> asked, boolean strict) {
    if (asked == null) {
      throw ProblemException.invalid(field, "must be a list");
    }
    if (asked.size() > MOST_LINES) {
      throw ProblemException.invalid(field, "may be " + MOST_LINES + " at most");
    }
    Map<String, String> errors = new LinkedHashMap<>();
    Map<String, Integer> quantities = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      Cart.Line line = asked.get(i);
      if (line == null || line.variantId() == null) {
        errors.put(field + "[" + i + "].variantId", "is missing");
      } else if (line.quantity() < 1 || line.quantity() > MOST_OF_ONE) {
        errors.put(field + "[" + i + "].quantity", "must be between 1 and " + MOST_OF_ONE);
      } else if (catalogue.catalogue().productOfVariant(line.variantId()) == null) {
        if (strict) {
          errors.put(field + "[" + i + "].variantId", "is not on sale");
        }
      } else {
        quantities.merge(line.variantId(), line.quantity(), (a, b) -> Math.min(a + b, MOST_OF_ONE));
      }
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(ProblemType.INVALID, "Some lines were refused.").withErrors(errors));
    }
    return lines(quantities);
  }
}
