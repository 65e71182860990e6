package dev.windowshop.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.account.UserRepository;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time is what the test says it is.
class ProductWatchTest {
  private static final long MILLIS = 1_000_000;
  private static final Money PRICE = new Money(1000, "EUR");

  private final List<Integer> told = new ArrayList<>();
  private final List<String> sockets = new ArrayList<>();
  private final CategoryRepository categories = new CategoryRepository();
  private final CatalogueWriter writer = new CatalogueWriter();
  @TempDir private Path data;
  private Database database;
  private CatalogueService catalogue;
  private ProductWatch watch;
  private String lamp = "";
  private String chair = "";
  private long now = 42;

  @BeforeEach
  void open() {
    database = TestDatabases.open(data);
    String owner = Ids.newId();
    Shop shop = new Shop(Ids.newId(), "Shop", owner, null, null, null);
    database.write(handle -> {
      new UserRepository()
          .insert(
              handle,
              new UserRepository.NewUser(
                  owner, "owner", "owner@example.org", "Owner", null, null, null, Instant.EPOCH));
      writer.insertShop(handle, shop, Instant.EPOCH);
      String category = categories.named(handle, "Things");
      Product one = product(shop, category, "Lamp");
      Product other = product(shop, category, "Chair");
      lamp = one.id();
      chair = other.id();
      writer.insert(handle, List.of(one, other));
      return true;
    });
    catalogue = new CatalogueService(database, new ProductRepository("EUR"), categories, "EUR");
    watch = new ProductWatch(catalogue, new Heard(), () -> now);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Product product(Shop shop, String category, String title) {
    return new Product(
        Ids.newId(),
        title,
        title,
        "",
        shop,
        category,
        "Things",
        null,
        PRICE,
        null,
        null,
        0,
        0,
        List.of(),
        List.of(),
        0,
        List.of(),
        List.of(),
        List.of(new Product.Variant(Ids.newId(), null, Map.of(), PRICE, null, 0)),
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /// Writes down the stock that each event tells of, and to which socket it goes.
  private final class Heard implements Broadcaster {
    @Override
    public void toSocket(String socketId, ServerEvent event) {
      if (event instanceof ServerEvent.ProductChanged changed) {
        told.add(changed.product().stock());
        sockets.add(socketId);
      }
    }

    @Override
    public void toConversation(String conversationId, ServerEvent event) {}

    @Override
    public void toUsers(Collection<String> userIds, ServerEvent event) {}

    @Override
    public void toOtherDevices(ClientSocket socket, ServerEvent event) {}

    @Override
    public void enter(String conversationId, Collection<String> userIds) {}

    @Override
    public void leave(String conversationId, String userId) {}
  }

  private static ClientSocket socket(String id) {
    return new ClientSocket(id, new Principal("user", "session"));
  }

  private void look(String socket, String product) {
    watch.watch(socket(socket), new Command.OfProduct(product));
  }

  private void stock(String product, int pieces) {
    database.write(handle -> {
      handle
          .createUpdate("UPDATE variants SET stock = :stock WHERE product_id = :id")
          .bind("stock", pieces)
          .bind("id", product)
          .execute();
      writer.announce(handle, List.of(product));
      return true;
    });
    catalogue.refresh();
  }

  @Test
  void aProductIsToldOfTwiceASecondAtMostAndItsLastStateAlways() {
    look("mine", lamp);
    // 100 changes within 10 seconds, and the timer in between.
    for (int i = 1; i <= 100; i++) {
      stock(lamp, i);
      now += 50 * MILLIS;
      watch.tell();
      now += 50 * MILLIS;
    }
    assertEquals(20, told.size(), told::toString);
    assertEquals(1, told.getFirst(), "the first change is told at once");
    now += 500 * MILLIS;
    watch.tell();
    assertEquals(100, told.getLast(), "the last state is told by the timer alone");
    int all = told.size();
    now += 5_000 * MILLIS;
    watch.tell();
    assertEquals(all, told.size(), "and once");
  }

  @Test
  void productsDoNotWaitForEachOtherAndOnlyWhoWatchesHears() {
    look("mine", lamp);
    look("yours", lamp);
    look("yours", chair);
    stock(lamp, 7);
    stock(chair, 8);
    assertEquals(List.of(7, 7, 8), told);
    assertEquals(2, sockets.stream().filter("yours"::equals).count());
    watch.unwatch(socket("yours"), new Command.OfProduct(lamp));
    watch.disconnected(socket("mine"), true);
    now += 1_000 * MILLIS;
    stock(lamp, 9);
    stock(chair, 10);
    assertEquals(List.of(7, 7, 8, 10), told);
  }
}
