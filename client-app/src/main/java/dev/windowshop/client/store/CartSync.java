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
  private static final Pattern LINE = Pattern.compile("lines\\[(\\d{1,4})]\\..*");

  /// What is still to be told.
  ///
  /// @param owner whose cart it is; null for a guest's
  /// @param edited whether the relay does not know the newest lines yet
  /// @param merge the guest's lines that are still to join the account's
  record Pending(@Nullable String owner, boolean edited, Cart.@Nullable Merge merge) {
    static final Pending NOTHING = new Pending(null, false, null);
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
  synchronized void begin(Live<CartContents> contents, Consumer<CartContents> adoption) {
    cart = contents;
    adopt = adoption;
  }

  /// Blocks for the first reading of what is pending.
  void accountIs(Account now) {
    String user = now.userId();
    Pending before = pending();
    if (Objects.equals(user, before.owner())) {
      wake();
      return;
    }
    if (before.owner() == null && user != null) {
      save(
          new Pending(
              user, false, new Cart.Merge(account.guestId(), CartService.wire(contents()))));
    } else {
      save(new Pending(user, false, null));
      adopt.accept(CartContents.EMPTY);
    }
    wake();
  }

  synchronized void edited() {
    edits++;
    Pending now = pending;
    if (now != null && now.owner() != null) {
      save(new Pending(now.owner(), true, now.merge()));
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
    if (now.owner() == null || !now.owner().equals(relayUser())) {
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

  private @Nullable String relayUser() {
    return relay.session().tokens() == null ? null : relay.session().tokens().userId();
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
      save(new Pending(owner, now.edited(), null));
      adopt.accept(now.edited() ? withEdits(joined, merge.lines(), contents()) : joined);
    }
    account.renewGuestId();
    if (pending().edited()) {
      again.set(true);
    }
  }

  private void push(String owner) {
    long before = editCount();
    CartContents sent = contents();
    try {
      relay.put("/cart", new Cart(CartService.wire(sent)), Cart.class);
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
        save(new Pending(owner, edits != before, now.merge()));
        if (edits != before) {
          again.set(true);
        }
      }
    }
  }

  /// What is no longer on sale leaves the cart; the rest goes to the relay again.
  private boolean dropRefused(CartContents sent, Problem problem) {
    if (problem.errors() == null) {
      return false;
    }
    Set<String> refused = new HashSet<>();
    for (String path : problem.errors().keySet()) {
      Matcher line = LINE.matcher(path);
      if (line.matches() && Integer.parseInt(line.group(1)) < sent.lines().size()) {
        refused.add(sent.lines().get(Integer.parseInt(line.group(1))).variant().id());
      }
    }
    synchronized (this) {
      adopt.accept(
          new CartContents(
              contents().lines().stream()
                  .filter(line -> !refused.contains(line.variant().id()))
                  .toList()));
    }
    return !refused.isEmpty();
  }

  private void fetch() {
    long before = editCount();
    CartContents fresh = resolved(relay.get("/cart", Cart.class));
    synchronized (this) {
      if (edits == before && !CartService.wire(fresh).equals(CartService.wire(contents()))) {
        adopt.accept(fresh);
      }
    }
  }

  /// What changed here since the lines were handed in, on top of what came out.
  private static CartContents withEdits(
      CartContents joined, List<Cart.Line> handedIn, CartContents now) {
    Map<String, Integer> base = new LinkedHashMap<>();
    handedIn.forEach(line -> base.put(line.variantId(), line.quantity()));
    Map<String, CartLine> result = new LinkedHashMap<>();
    joined.lines().forEach(line -> result.put(line.variant().id(), line));
    for (CartLine line : now.lines()) {
      Integer before = base.remove(line.variant().id());
      if (before == null || before != line.quantity()) {
        result.put(line.variant().id(), line);
      }
    }
    base.keySet().forEach(result::remove);
    return new CartContents(List.copyOf(result.values()));
  }

  private CartContents resolved(Cart answer) {
    Map<String, Product> byVariant = new LinkedHashMap<>();
    Map<String, Instant> since = new LinkedHashMap<>();
    for (CartLine line : contents().lines()) {
      since.put(line.variant().id(), line.addedAt());
      line.product().variants().forEach(variant -> byVariant.put(variant.id(), line.product()));
    }
    if (answer.products() != null) {
      answer
          .products()
          .forEach(p -> p.variants().forEach(variant -> byVariant.put(variant.id(), p)));
    }
    List<CartLine> lines = new ArrayList<>();
    for (Cart.Line line : answer.lines()) {
      Product known = byVariant.get(line.variantId());
      Product product = known == null ? products.findByVariant(line.variantId()) : known;
      if (product == null) {
        LOG.warn("A cart line of the unknown variant {} is not shown", line.variantId());
        continue;
      }
      product.variants().stream()
          .filter(variant -> variant.id().equals(line.variantId()))
          .findFirst()
          .ifPresent(variant ->
              lines.add(
                  new CartLine(
                      product,
                      variant,
                      line.quantity(),
                      since.getOrDefault(variant.id(), Instant.now()))));
    }
    return new CartContents(List.copyOf(lines));
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
