package dev.windowshop.client.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.store.WishStore.State;
import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.WishlistItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The wishlist: on this machine first, also for guests, and at the relay for whoever is signed in.
/// Thread-safe; nothing blocks.
public final class WishService implements Wishes {
  private static final Logger LOG = LoggerFactory.getLogger(WishService.class);
  private static final TypeReference<Page<WishlistItem>> PAGE = new TypeReference<>() {};
  private static final int MOST_PAGES = 20;
  private static final long AGAIN_SECONDS = 30;

  private final WishStore store;
  private final RelayClient relay;
  private final Workers workers;
  private final BiConsumer<String, Interaction.Type> did;
  private final Live<List<WishlistItem>> wishes = new Live<>(List.of());

  /// One talk with the relay at a time.
  private final ReentrantLock talking = new ReentrantLock();

  private volatile String actor = "";

  /// @param did is told what the shopper does
  WishService(
      WishStore store,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Workers workers,
      BiConsumer<String, Interaction.Type> did) {
    this.store = store;
    this.relay = relay;
    this.workers = workers;
    this.did = did;
    account.account().observe(now -> workers.io().execute(() -> accountIs(now)));
    socket
        .state()
        .observe(state -> {
          if (state.reachable()) {
            wake();
          }
        });
    socket.onEvent(event -> {
      if (event instanceof ServerEvent.PersonalChanged changed
          && changed.item().kind().equals("wishlist")) {
        wake();
      }
    });
  }

  private void accountIs(Account now) {
    String id = now.userId();
    actor = id == null ? "" : id;
    if (id != null) {
      store.takeOver(id);
    }
    show();
    wake();
  }

  private void show() {
    String whose = actor;
    List<WishlistItem> now =
        store.load(whose).stream()
            .filter(row -> row.state() != State.TO_REMOVE)
            .map(WishStore.Row::item)
            .toList();
    if (whose.equals(actor)) {
      wishes.set(now);
    }
  }

  @Override
  public Live<List<WishlistItem>> wishes() {
    return wishes;
  }

  @Override
  public void add(Product product) {
    WishlistItem item = new WishlistItem(product, product.price(), true, Instant.now());
    wishes.update(now -> {
      List<WishlistItem> next = new ArrayList<>(without(now, product.id()));
      next.addFirst(item);
      return next;
    });
    store.save(actor, item, State.TO_ADD);
    did.accept(product.id(), Interaction.Type.WISHLIST);
    wake();
  }

  @Override
  public void remove(String productId) {
    List<WishlistItem> before = wishes.value();
    wishes.update(now -> without(now, productId));
    if (before != null) {
      before.stream()
          .filter(item -> item.product().id().equals(productId))
          .forEach(item -> store.save(actor, item, State.TO_REMOVE));
    }
    wake();
  }

  private static List<WishlistItem> without(List<WishlistItem> all, String productId) {
    return all.stream().filter(item -> !item.product().id().equals(productId)).toList();
  }

  private void wake() {
    workers.io().execute(this::talk);
  }

  /// Tells what the relay does not know, then asks what it has.
  private void talk() {
    String whose = actor;
    if (whose.isEmpty()) {
      return;
    }
    talking.lock();
    try {
      for (WishStore.Row row : store.load(whose)) {
        if (row.state() != State.KNOWN && whose.equals(actor)) {
          tell(whose, row);
        }
      }
      List<WishlistItem> fresh = fetch();
      if (whose.equals(actor)) {
        store.replace(whose, fresh).join();
        show();
      }
    } catch (RelayUnreachableException e) {
      LOG.debug("The wishlist waits: {}", e.getMessage());
    } catch (ProblemException e) {
      LOG.info("The wishlist stays as it was: {}", e.getMessage());
      if (e.problem().status() >= 500 || e.problem().status() == 429) {
        workers.timer().schedule(this::wake, AGAIN_SECONDS, TimeUnit.SECONDS);
      }
    } finally {
      talking.unlock();
    }
  }

  private void tell(String whose, WishStore.Row row) {
    String id = row.item().product().id();
    try {
      if (row.state() == State.TO_ADD) {
        relay.put("/me/wishlist/" + id, Map.of());
      } else {
        relay.delete("/me/wishlist/" + id);
      }
    } catch (ProblemException e) {
      if (e.problem().status() >= 500 || e.problem().status() == 429) {
        throw e;
      }
      LOG.info("A wish was not taken: {}", e.getMessage());
    }
    store.told(whose, id, row.state()).join();
  }

  private List<WishlistItem> fetch() {
    List<WishlistItem> all = new ArrayList<>();
    String cursor = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<WishlistItem> part =
          relay.get("/me/wishlist?limit=100" + (cursor == null ? "" : "&cursor=" + cursor), PAGE);
      all.addAll(part.items());
      cursor = part.nextCursor();
      if (cursor == null) {
        break;
      }
    }
    return all;
  }
}
