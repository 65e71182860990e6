package dev.windowshop.client.store;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Cart;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the cart here and the account's cart at the relay the same. What is still to be told is
/// remembered over restarts. Thread-safe; the relay is asked by one worker at a time.
final class CartSync {
  private static final Logger LOG = LoggerFactory.getLogger(CartSync.class);
  private static final String KEY = "cart-sync";
  private static final long GATHER_MILLIS = 400;
  private static final long AGAIN_MILLIS = 5_000;
  private static final Pattern LINE = Pattern.compile("(lines|saved)\\[(\\d{1,4})]\\..*");

  /// What is still to be told.
  ///
  /// @param owner whose cart it is; null for a guest's
  /// @param edited whether the relay does not know the newest lines yet
  /// @param merge the guest's lines that are still to join the account's
  /// @param base what the relay had when both were the same last; null where that is not known
  record Pending(
      @Nullable String owner, boolean edited, Cart.@Nullable Merge merge, @Nullable Cart base) {
    static final Pending NOTHING = new Pending(null, false, null, null);
  }

  private final RelayClient relay;
  private final AccountService account;
  private final DocumentStore documents;
  private final ProductStore products;
  private final Workers workers;
  private final AtomicBoolean planned = new AtomicBoolean();
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean again = new AtomicBoolean();
  private Live<CartContents> cart = new Live<>();
  private Consumer<CartContents> adopt = contents -> {};
  private Consumer<Collection<Product>> seen = fresh -> {};
  private @Nullable Pending pending;
  private long edits;

  CartSync(
      RelayClient relay,
      AccountService account,
      DocumentStore documents,
      ProductStore products,
      Workers workers) {
    this.relay = relay;
    this.account = account;
    this.documents = documents;
    this.products = products;
    this.workers = workers;
  }

  /// @param adoption takes over lines that come from the relay
  /// @param freshly takes products as they are now
  synchronized void begin(
      Live<CartContents> contents,
      Consumer<CartContents> adoption,
      Consumer<Collection<Product>> freshly) {
    cart = contents;
    adopt = adoption;
    seen = freshly;
  }

  /// Blocks for the first reading of what is pending.
  void accountIs(Account now) {
    String user = now.userId();
    pending();
    synchronized (this) {
      Pending before = pending == null ? Pending.NOTHING : pending;
      if (!Objects.equals(user, before.owner())) {
        changeOwner(before, user);
      }
    }
    wake();
  }

  private synchronized void changeOwner(Pending before, @Nullable String user) {
    if (before.owner() == null && user != null) {
      save(
          new Pending(
              user,
              false,
              new Cart.Merge(account.guestId(), CartService.wire(contents().lines())),
              null));
    } else {
      save(new Pending(user, false, null, null));
      adopt.accept(CartContents.EMPTY);
    }
  }

  /// Makes a change and remembers that there is one, as one step: nothing that the relay says comes
  /// between.
  synchronized void edit(Runnable change) {
    change.run();
    edits++;
    Pending now = pending;
    if (now != null && now.owner() != null) {
      save(new Pending(now.owner(), true, now.merge(), now.base()));
      plan(GATHER_MILLIS);
    }
  }

  /// Tells the relay what it does not know, or asks what we do not know.
  void wake() {
    again.set(true);
    if (running.compareAndSet(false, true)) {
      workers.io().execute(this::run);
    }
  }

  private void plan(long millis) {
    if (planned.compareAndSet(false, true)) {
      workers
          .timer()
          .schedule(
              () -> {
                planned.set(false);
                wake();
              },
              millis,
              TimeUnit.MILLISECONDS);
    }
  }

  private void run() {
    try {
      while (again.getAndSet(false)) {
        exchange();
      }
    } catch (RelayUnreachableException e) {
      LOG.debug("The cart waits: {}", e.getMessage());
      plan(AGAIN_MILLIS);
    } catch (ProblemException e) {
      LOG.warn("The relay did not take the cart: {}", e.getMessage());
    } finally {
      running.set(false);
    }
    if (again.get()) {
      wake();
    }
  }

  private void exchange() {
    Pending now = pending();
    if (now.owner() == null || !now.owner().equals(relay.session().userId())) {
      return;
    }
    Cart.Merge merge = now.merge();
    if (merge != null) {
      join(now.owner(), merge);
    } else if (now.edited()) {
      push(now.owner());
    } else {
      fetch();
    }
  }

  private void join(String owner, Cart.Merge merge) {
    try {
      relay.post("/me/merge", merge);
    } catch (ProblemException e) {
      if (e.problem().status() >= 500 || e.problem().status() == 429) {
        throw e;
      }
      LOG.info("The guest's cart was not taken over: {}", e.getMessage());
    }
    Cart answer = relay.get("/cart", Cart.class);
    CartContents joined = resolved(answer);
    synchronized (this) {
      Pending now = pending;
      if (now == null || !owner.equals(now.owner())) {
        return;
      }
      // What a guest put aside is only known here, and goes along.
      CartContents aside = new CartContents(joined.lines(), both(joined.saved(), contents()));
      boolean more = now.edited() || !wire(aside).equals(wire(joined));
      save(new Pending(owner, more, null, wire(joined)));
      Cart handedIn = new Cart(merge.lines(), null, wire(contents()).saved());
      adopt.accept(now.edited() ? withEdits(aside, handedIn, contents()) : aside);
    }
    account.renewGuestId();
    if (pending().edited()) {
      again.set(true);
    }
  }

  private static List<CartLine> both(List<CartLine> theirs, CartContents ours) {
    Map<String, CartLine> all = new LinkedHashMap<>();
    ours.saved().forEach(line -> all.put(line.variant().id(), line));
    theirs.forEach(line -> all.put(line.variant().id(), line));
    return List.copyOf(all.values());
  }

  /// Another machine may have changed the cart since this one last knew it: what was changed here
  /// goes on top of that.
  private void push(String owner) {
    Cart theirs = relay.get("/cart", Cart.class);
    CartContents sent;
    long before;
    synchronized (this) {
      Pending now = pending;
      if (now == null || !owner.equals(now.owner())) {
        return;
      }
      Cart base = now.base();
      CartContents ours = contents();
      if (base != null && !same(base, theirs)) {
        adopt.accept(withEdits(resolved(theirs), base, ours));
      }
      sent = contents();
      before = edits;
    }
    try {
      relay.put("/cart", wire(sent), Cart.class);
    } catch (ProblemException e) {
      if (!dropRefused(sent, e.problem())) {
        throw e;
      }
      again.set(true);
      return;
    }
    synchronized (this) {
      Pending now = pending;
      if (now != null && owner.equals(now.owner())) {
        save(new Pending(owner, edits != before, now.merge(), wire(sent)));
        if (edits != before) {
          again.set(true);
        }
      }
    }
  }

  private static Cart wire(CartContents contents) {
    return new Cart(CartService.wire(contents.lines()), null, CartService.wire(contents.saved()));
  }

  private static boolean same(Cart one, Cart other) {
    return one.lines().equals(other.lines()) && saved(one).equals(saved(other));
  }

  private static List<Cart.Line> saved(Cart cart) {
    return Objects.requireNonNullElse(cart.saved(), List.of());
  }

  /// What is no longer on sale leaves the cart; the rest goes to the relay again.
  private boolean dropRefused(CartContents sent, Problem problem) {
    if (problem.errors() == null) {
      return false;
    }
    Set<String> refused = new HashSet<>();
    for (String path : problem.errors().keySet()) {
      Matcher line = LINE.matcher(path);
      if (line.matches()) {
        List<CartLine> part = line.group(1).equals("lines") ? sent.lines() : sent.saved();
        int at = Integer.parseInt(line.group(2));
        if (at < part.size()) {
          refused.add(part.get(at).variant().id());
        }
      }
    }
    synchronized (this) {
      adopt.accept(
          new CartContents(
              without(contents().lines(), refused), without(contents().saved(), refused)));
    }
    return !refused.isEmpty();
  }

  private static List<CartLine> without(List<CartLine> lines, Set<String> variantIds) {
    return lines.stream().filter(line -> !variantIds.contains(line.variant().id())).toList();
  }

  private void fetch() {
    long before = editCount();
    Cart answer = relay.get("/cart", Cart.class);
    CartContents fresh = resolved(answer);
    synchronized (this) {
      Pending now = pending;
      if (edits == before && now != null && !now.edited() && now.merge() == null) {
        save(new Pending(now.owner(), false, null, wire(fresh)));
        if (!wire(fresh).equals(wire(contents()))) {
          adopt.accept(fresh);
        }
      }
    }
    if (answer.products() != null) {
      seen.accept(answer.products());
    }
  }

  /// What changed here since both were the same, on top of what came out.
  private static CartContents withEdits(CartContents theirs, Cart base, CartContents ours) {
    return new CartContents(
        withEdits(theirs.lines(), base.lines(), ours.lines()),
        withEdits(theirs.saved(), saved(base), ours.saved()));
  }

  private static List<CartLine> withEdits(
      List<CartLine> theirs, List<Cart.Line> base, List<CartLine> ours) {
    Map<String, Integer> before = new LinkedHashMap<>();
    base.forEach(line -> before.put(line.variantId(), line.quantity()));
    Map<String, CartLine> result = new LinkedHashMap<>();
    theirs.forEach(line -> result.put(line.variant().id(), line));
    for (CartLine line : ours) {
      Integer was = before.remove(line.variant().id());
      if (was == null || was != line.quantity()) {
        result.put(line.variant().id(), line);
      }
    }
    before.keySet().forEach(result::remove);
    return List.copyOf(result.values());
  }

  private CartContents resolved(Cart answer) {
    Map<String, CartLine> known = new LinkedHashMap<>();
    Map<String, Product> byVariant = new LinkedHashMap<>();
    CartContents now = contents();
    for (CartLine line : Stream.concat(now.lines().stream(), now.saved().stream()).toList()) {
      known.put(line.variant().id(), line);
      line.product().variants().forEach(variant -> byVariant.put(variant.id(), line.product()));
    }
    if (answer.products() != null) {
      answer
          .products()
          .forEach(p -> p.variants().forEach(variant -> byVariant.put(variant.id(), p)));
    }
    return new CartContents(
        resolved(answer.lines(), known, byVariant), resolved(saved(answer), known, byVariant));
  }

  /// A line that was here keeps the price that its owner went along with.
  private List<CartLine> resolved(
      List<Cart.Line> lines, Map<String, CartLine> known, Map<String, Product> byVariant) {
    List<CartLine> found = new ArrayList<>();
    for (Cart.Line line : lines) {
      Product cached = byVariant.get(line.variantId());
      Product product = cached == null ? products.findByVariant(line.variantId()) : cached;
      CartLine before = known.get(line.variantId());
      if (product == null) {
        LOG.warn("A cart line of the unknown variant {} is not shown", line.variantId());
      } else if (before != null) {
        found.add(before.withQuantity(line.quantity()).with(product));
      } else {
        product.variants().stream()
            .filter(variant -> variant.id().equals(line.variantId()))
            .findFirst()
            .ifPresent(variant ->
                found.add(new CartLine(product, variant, line.quantity(), Instant.now())));
      }
    }
    return found;
  }

  private CartContents contents() {
    CartContents now = cart.value();
    return now == null ? CartContents.EMPTY : now;
  }

  private synchronized long editCount() {
    return edits;
  }

  private synchronized void save(Pending next) {
    pending = next;
    documents.save(KEY, next);
  }

  private Pending pending() {
    synchronized (this) {
      if (pending != null) {
        return pending;
      }
    }
    Pending found = documents.find(KEY, Pending.class);
    synchronized (this) {
      if (pending == null) {
        pending = found == null ? Pending.NOTHING : found;
      }
      return pending;
    }
  }
}
