package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.protocol.Cart;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.net.URI;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreServicesIT {
  @TempDir private static Path folder;
  private Relay relay;
  private int port;

  @BeforeAll
  void start() {
    relay = Relay.start(config());
    port = URI.create(relay.address()).getPort();
  }

  @AfterAll
  void stop() {
    relay.close();
  }

  @Test
  void theLastHomeIsThereWhileTheRelayIsAway() {
    Home first;
    try (TestClient client = client("home")) {
      first = home(client);
      assertFalse(first.trending().isEmpty());
      assertFalse(first.categories().isEmpty());
    }
    withoutRelay(() -> {
      try (TestClient client = client("home")) {
        Home last = TestClient.await(client.store().catalog().home(), home -> true);
        assertEquals(first.newest(), last.newest());
        client.store().catalog().refreshHome();
        TestClient.await(client.store().catalog().homeTrouble(), why -> !why.isEmpty());
        Product known = first.newest().getFirst();
        Product shown =
            TestClient.await(client.store().catalog().product(known.id()), product -> true);
        assertEquals(known.title(), shown.title());
      }
    });
  }

  @Test
  void whatWasSeenCanBeSearchedWithoutTheRelay() {
    try (TestClient client = client("search")) {
      Product wanted = home(client).newest().getFirst();
      ProductQuery query = ProductQuery.ofText(wanted.title());
      ProductPage online = client.store().catalog().search(query, null).join();
      assertTrue(online.items().stream().anyMatch(product -> product.id().equals(wanted.id())));
      withoutRelay(() -> {
        ProductPage page = client.store().catalog().search(query, null).join();
        assertTrue(page.items().stream().anyMatch(p -> p.id().equals(wanted.id())));
        assertEquals(page.items().size(), page.facets().total());
      });
    }
  }

  @Test
  void aGuestsCartJoinsTheAccountsAndIsOnTheNextDevice() {
    try (TestClient first = client("guest");
        TestClient second = client("other")) {
      Product one = buyable(first, 0);
      Product two = buyable(first, 1);
      String guestId = first.core().account().guestId();
      first.store().cart().add(one, one.variants().getFirst(), 2);
      first.signUp("carla");
      untilRelayHas(first, 1);
      TestClient.await(first.store().cart().cart(), cart -> cart.count() == 2);
      until(() -> !guestId.equals(first.core().account().guestId()));

      second.store().cart().add(two, two.variants().getFirst(), 1);
      second.core().account().signIn("carla", "a good password").join();
      TestClient.await(second.store().cart().cart(), cart -> cart.lines().size() == 2);
      untilRelayHas(second, 2);
    }
  }

  @Test
  void aCartFilledWithoutTheRelayIsTherOnceItIsBack() {
    try (TestClient client = client("offline")) {
      client.signUp("dora");
      TestClient.await(client.core().socket().state(), ConnectionState.Online.class::isInstance);
      Product one = buyable(client, 0);
      Product two = buyable(client, 1);
      client.store().cart().add(one, one.variants().getFirst(), 1);
      untilRelayHas(client, 1);
      withoutRelay(() -> {
        client.store().cart().add(two, two.variants().getFirst(), 3);
        CartLine gone = client.store().cart().remove(one.variants().getFirst().id());
        assertEquals(1, gone.quantity());
        client.store().cart().restore(gone);
        assertEquals(2, lines(client));
      });
      untilRelayHas(client, 2);
    }
  }

  @Test
  void theCartOutlivesARestart() {
    Product one;
    try (TestClient client = client("restart")) {
      one = buyable(client, 0);
      client.store().cart().add(one, one.variants().getFirst(), 4);
      client.store().cart().setQuantity(one.variants().getFirst().id(), 5);
    }
    try (TestClient client = client("restart")) {
      CartContents cart = TestClient.await(client.store().cart().cart(), c -> c.count() == 5);
      assertEquals(one.title(), cart.lines().getFirst().product().title());
    }
  }

  @Test
  void signingOutLeavesNothingOfTheAccountsCart() {
    try (TestClient client = client("out")) {
      client.signUp("emma");
      Product one = buyable(client, 0);
      client.store().cart().add(one, one.variants().getFirst(), 1);
      untilRelayHas(client, 1);
      client.core().account().signOut().join();
      TestClient.await(client.store().cart().cart(), cart -> cart.lines().isEmpty());
      client.core().account().signIn("emma", "a good password").join();
      TestClient.await(client.store().cart().cart(), cart -> cart.lines().size() == 1);
    }
  }

  @Test
  void whatAShopperDidWithoutTheRelayIsToldLater() {
    try (TestClient client = client("did")) {
      Product one = buyable(client, 0);
      withoutRelay(() -> {
        client.store().catalog().viewed(one.id(), Duration.ofSeconds(4));
        until(() -> waiting(client) == 1);
        client.store().catalog().whileIn(() -> true);
        client.store().catalog().viewed(one.id(), Duration.ofSeconds(4));
        until(() -> waiting(client) == 3);
      });
      until(() -> waiting(client) == 0);
    }
  }

  @Test
  void theFeedThatIsKeptReordersAtOnceWithoutTheRelay() {
    try (TestClient client = client("feed")) {
      Interests interests = client.store().catalog().interests();
      Recommendations before = TestClient.await(interests.feed(), feed -> feed.items().size() > 20);
      Product unwanted = before.items().getFirst().product();
      Product like = likeOneFurtherDown(before);
      withoutRelay(() -> {
        interests.dismiss(unwanted);
        TestClient.await(interests.feed(), feed -> !shows(feed, unwanted));
        client.store().catalog().viewed(like.id(), Duration.ofSeconds(9));
        TestClient.await(
            interests.feed(),
            feed ->
                feed.items().stream()
                    .anyMatch(item -> like.id().equals(item.reason().productId())));
        TestClient.await(interests.viewed(), pages -> pages.contains(like));
        interests.restore(unwanted);
        TestClient.await(interests.feed(), feed -> shows(feed, unwanted));
        interests.bought(List.of(unwanted.id()));
        TestClient.await(interests.feed(), feed -> !shows(feed, unwanted));
        assertEquals(3, waiting(client));
      });
      until(() -> waiting(client) == 0);
    }
  }

  /// A product with another of its category so far down the feed that one view brings it up.
  private static Product likeOneFurtherDown(Recommendations feed) {
    List<Product> products = feed.items().stream().map(Recommendations.Item::product).toList();
    return products.stream()
        .skip(1)
        .filter(one ->
            products.stream()
                .skip(15)
                .anyMatch(other ->
                    !other.id().equals(one.id()) && other.categoryId().equals(one.categoryId())))
        .findFirst()
        .orElseThrow();
  }

  private static boolean shows(Recommendations feed, Product product) {
    return feed.items().stream().anyMatch(item -> item.product().id().equals(product.id()));
  }

  @Test
  void whatIsForgottenIsNotToldAndPrivateModeTellsNothing() {
    try (TestClient client = client("forget")) {
      Interests interests = client.store().catalog().interests();
      Product one = buyable(client, 0);
      Product two = buyable(client, 1);
      withoutRelay(() -> {
        client.store().catalog().viewed(one.id(), Duration.ofSeconds(4));
        client.store().catalog().viewed(two.id(), Duration.ofSeconds(4));
        until(() -> waiting(client) == 2);
        interests.forget(one);
        until(() -> waiting(client) == 2);
        TestClient.await(
            interests.viewed(), pages -> pages.stream().noneMatch(p -> p.id().equals(one.id())));
        interests.setPrivateMode(true);
        until(() -> waiting(client) == 3);
        client.store().catalog().viewed(one.id(), Duration.ofSeconds(4));
        assertEquals(3, waiting(client));
      });
      until(() -> waiting(client) == 0);
    }
  }

  @Test
  void forgettingCanBeTakenBackForAMoment() {
    try (TestClient client = client("unforget")) {
      Interests interests = client.store().catalog().interests();
      Product one = buyable(client, 0);
      withoutRelay(() -> {
        client.store().catalog().viewed(one.id(), Duration.ofSeconds(4));
        until(() -> waiting(client) == 1);
        TestClient.await(interests.viewed(), pages -> has(pages, one));
        Runnable undo = interests.forget(one);
        TestClient.await(interests.viewed(), pages -> !has(pages, one));
        undo.run();
        TestClient.await(interests.viewed(), pages -> has(pages, one));
        assertEquals(1, waiting(client));
      });
      until(() -> waiting(client) == 0);
      undoneTooLate(client, interests, one);
    }
  }

  /// What the relay has forgotten stays forgotten.
  private static void undoneTooLate(TestClient client, Interests interests, Product one) {
    Runnable undo = interests.forget(one);
    TestClient.await(interests.viewed(), pages -> !has(pages, one));
    until(() -> waiting(client) == 0);
    undo.run();
    client.store().catalog().viewed(buyable(client, 1).id(), Duration.ofSeconds(4));
    TestClient.await(interests.viewed(), pages -> has(pages, buyable(client, 1)));
    assertFalse(has(java.util.Objects.requireNonNull(interests.viewed().value()), one));
  }

  private static boolean has(List<Product> products, Product one) {
    return products.stream().anyMatch(product -> product.id().equals(one.id()));
  }

  @Test
  void aPictureIsFetchedOnceAndKept() {
    try (TestClient client = client("pictures")) {
      String url = buyable(client, 0).media().getFirst().thumbUrl();
      List<CompletableFuture<byte[]>> asked =
          IntStream.range(0, 8).mapToObj(i -> client.store().images().load(url)).toList();
      byte[] bytes = asked.getFirst().join();
      assertTrue(bytes.length > 100);
      asked.forEach(one -> assertArrayEquals(bytes, one.join()));
      withoutRelay(() -> assertArrayEquals(bytes, client.store().images().load(url).join()));
    }
  }

  @Test
  void picturesAreKeptUpToABoundAndThoseUnusedForLongestGoFirst() {
    try (TestClient client = client("bound")) {
      List<String> urls =
          home(client).newest().stream()
              .map(product -> product.media().getFirst().thumbUrl())
              .distinct()
              .limit(4)
              .toList();
      long last = 0;
      for (String url : urls) {
        last = client.store().images().load(url).join().length;
      }
      long most = last + 1;
      client.store().images().setBound(most);
      until(() -> client.store().images().used().join() <= most);
      withoutRelay(() -> {
        assertTrue(client.store().images().load(urls.getLast()).join().length > 0);
        assertTrue(fails(client.store().images().load(urls.getFirst())));
      });
      client.store().images().clear().join();
      assertEquals(0, client.store().images().used().join());
    }
  }

  private static boolean fails(CompletableFuture<byte[]> load) {
    return load.handle((bytes, failure) -> failure != null).join();
  }

  private void withoutRelay(Runnable work) {
    relay.close();
    try {
      work.run();
    } finally {
      relay = Relay.start(config().withPort(port));
    }
  }

  private static Home home(TestClient client) {
    client.store().catalog().refreshHome();
    return TestClient.await(client.store().catalog().home(), home -> true);
  }

  private static Product buyable(TestClient client, int index) {
    return home(client).newest().stream()
        .filter(product -> product.variants().getFirst().stock() > 0)
        .skip(index)
        .findFirst()
        .orElseThrow();
  }

  private static int lines(TestClient client) {
    CartContents cart = client.store().cart().cart().value();
    assertNotNull(cart);
    return cart.lines().size();
  }

  private static void untilRelayHas(TestClient client, int lines) {
    until(() -> client.core().relay().get("/cart", Cart.class).lines().size() == lines);
  }

  private static int waiting(TestClient client) {
    return client
        .core()
        .database()
        .read(connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("SELECT count(*) FROM interest_step")) {
            return rows.getInt(1);
          }
        });
  }

  private static void until(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), "not in 60 seconds");
      LockSupport.parkNanos(20_000_000);
    }
  }

  private TestClient client(String name) {
    return new TestClient(folder.resolve(name), "http://127.0.0.1:" + port);
  }

  private RelayConfig config() {
    return RelayConfig.local(folder.resolve("relay")).withDemo(true);
  }
}
