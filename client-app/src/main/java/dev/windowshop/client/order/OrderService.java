package dev.windowshop.client.order;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.CheckoutOptions;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Orders: a checkout is written down before it is sent, and sent with the same key until the relay
/// has answered. Thread-safe; nothing blocks.
public final class OrderService implements Orders {
  private static final Logger LOG = LoggerFactory.getLogger(OrderService.class);
  private static final TypeReference<Page<Order>> PAGE = new TypeReference<>() {};
  private static final TypeReference<Page<Transaction>> MONEY = new TypeReference<>() {};
  private static final int MOST_PAGES = 50;
  private static final long AGAIN_SECONDS = 5;

  private final OrderStore store;
  private final RelayClient relay;
  private final Workers workers;
  private final Consumer<Order> bought;
  private final Function<Order, Reordered> again;
  private final Live<List<Order>> orders = new Live<>(List.of());
  private final Live<List<WaitingCheckout>> waiting = new Live<>(List.of());
  private final Live<List<Transaction>> transactions = new Live<>(List.of());

  /// One checkout goes out at a time, so that a retry never overtakes the first try.
  private final ReentrantLock sending = new ReentrantLock();

  private volatile @Nullable String userId;

  /// @param bought told of each order when it is placed, on a worker
  /// @param again buys the same again; blocks
  OrderService(
      OrderStore store,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Workers workers,
      Consumer<Order> bought,
      Function<Order, Reordered> again) {
    this.store = store;
    this.relay = relay;
    this.workers = workers;
    this.bought = bought;
    this.again = again;
    account.account().observe(now -> workers.io().execute(() -> accountIs(now)));
    socket
        .state()
        .observe(state -> {
          if (state instanceof ConnectionState.Online) {
            workers.io().execute(this::online);
          }
        });
    socket.onEvent(event -> {
      if (event instanceof ServerEvent.OrderChanged(Order order)) {
        workers.io().execute(() -> changed(order));
      }
    });
  }

  @Override
  public Live<List<Order>> orders() {
    return orders;
  }

  @Override
  public Live<List<WaitingCheckout>> waiting() {
    return waiting;
  }

  @Override
  public CompletableFuture<CheckoutOptions> options() {
    return async(() -> relay.get("/checkout", CheckoutOptions.class));
  }

  @Override
  public CompletableFuture<CheckoutOutcome> checkout(Order.Checkout checkout) {
    return async(() -> {
      String user = userId;
      if (user == null) {
        throw new IllegalStateException("nobody is signed in");
      }
      WaitingCheckout written = new WaitingCheckout(Ids.newId(), checkout, Instant.now());
      store.add(user, written).join();
      waiting.update(now -> with(now, written));
      return send(user, written);
    });
  }

  @Override
  public void forget(WaitingCheckout checkout) {
    done(checkout);
  }

  @Override
  public CompletableFuture<Order> pay(String orderId, Order.Pay pay) {
    return async(() -> take(relay.post("/orders/" + orderId + "/payments", pay, Order.class)));
  }

  @Override
  public CompletableFuture<Order> cancel(String orderId, @Nullable String note) {
    return async(() ->
        take(relay.post("/orders/" + orderId + "/cancel", new Order.Note(note), Order.class)));
  }

  @Override
  public CompletableFuture<Order> askToReturn(String orderId, @Nullable String note) {
    return async(() ->
        take(relay.post("/orders/" + orderId + "/returns", new Order.Note(note), Order.class)));
  }

  @Override
  public void refresh() {
    workers.io().execute(this::fetch);
  }

  private void accountIs(Account account) {
    String user = account.userId();
    userId = user;
    orders.set(user == null ? List.of() : store.orders(user));
    waiting.set(user == null ? List.of() : store.waiting(user));
    transactions.set(user == null ? List.of() : store.transactions(user));
  }

  private void online() {
    String user = userId;
    List<WaitingCheckout> all = waiting.value();
    if (user != null && all != null) {
      all.forEach(one -> send(user, one));
    }
    fetch();
  }

  /// Sends it, once for all who try at the same time.
  private CheckoutOutcome send(String user, WaitingCheckout checkout) {
    sending.lock();
    try {
      List<WaitingCheckout> still = waiting.value();
      if (still == null || still.stream().noneMatch(one -> one.key().equals(checkout.key()))) {
        return new CheckoutOutcome.Queued();
      }
      Order order = relay.post("/checkout", checkout.checkout(), checkout.key(), Order.class);
      done(checkout);
      take(order);
      bought.accept(order);
      return new CheckoutOutcome.Placed(order);
    } catch (RelayUnreachableException e) {
      LOG.debug("the checkout {} waits for the relay", checkout.key(), e);
      return new CheckoutOutcome.Queued();
    } catch (ProblemException e) {
      if (isForLater(e)) {
        workers
            .timer()
            .schedule(
                () -> workers.io().execute(() -> send(user, checkout)),
                e.problem().retryAfter() == null ? AGAIN_SECONDS : e.problem().retryAfter(),
                TimeUnit.SECONDS);
        return new CheckoutOutcome.Queued();
      }
      done(checkout);
      return new CheckoutOutcome.Refused(e.problem());
    } finally {
      sending.unlock();
    }
  }

  /// The relay would take it another time: it is not known whether it was placed.
  private static boolean isForLater(ProblemException e) {
    int status = e.problem().status();
    return status >= 500
        || status == 429
        || status == 401
        || e.type() == dev.windowshop.protocol.ProblemType.IN_PROGRESS;
  }

  private void done(WaitingCheckout checkout) {
    store.remove(checkout.key());
    waiting.update(now -> now.stream().filter(one -> !one.key().equals(checkout.key())).toList());
  }

  private void fetch() {
    String user = userId;
    if (user == null) {
      return;
    }
    try {
      List<Order> fresh = all("/orders?limit=100", PAGE);
      store.save(user, fresh);
      if (user.equals(userId)) {
        orders.set(List.copyOf(fresh));
      }
    } catch (RelayUnreachableException | ProblemException e) {
      LOG.debug("orders are shown as they were", e);
    }
  }

  private <T> List<T> all(String path, TypeReference<Page<T>> type) {
    List<T> found = new ArrayList<>();
    String cursor = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<T> part = relay.get(path + (cursor == null ? "" : "&cursor=" + cursor), type);
      found.addAll(part.items());
      cursor = part.nextCursor();
      if (cursor == null) {
        break;
      }
    }
    return found;
  }

  @Override
  public CompletableFuture<Reordered> reorder(Order order) {
    return async(() -> again.apply(order));
  }

  @Override
  public Live<List<Transaction>> transactions() {
    return transactions;
  }

  @Override
  public void refreshTransactions() {
    workers.io().execute(this::fetchTransactions);
  }

  private void fetchTransactions() {
    String user = userId;
    if (user == null) {
      return;
    }
    try {
      List<Transaction> fresh = all("/transactions?limit=100", MONEY);
      store.saveTransactions(user, fresh);
      if (user.equals(userId)) {
        transactions.set(List.copyOf(fresh));
      }
    } catch (RelayUnreachableException | ProblemException e) {
      LOG.debug("transactions are shown as they were", e);
    }
  }

  private void changed(Order order) {
    if (order.buyerId().equals(userId)) {
      take(order);
    }
  }

  private Order take(Order order) {
    String user = userId;
    if (user != null) {
      store.save(user, List.of(order));
      orders.update(now -> with(now, order));
    }
    return order;
  }

  /// With this order in it, unless there is a newer state of it.
  private static List<Order> with(List<Order> now, Order order) {
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
  }

  private static List<WaitingCheckout> with(List<WaitingCheckout> now, WaitingCheckout added) {
    List<WaitingCheckout> all = new ArrayList<>(now);
    all.add(added);
    return List.copyOf(all);
  }

  private <T> CompletableFuture<T> async(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, workers.io());
  }
}
