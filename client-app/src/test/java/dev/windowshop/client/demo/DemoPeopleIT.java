package dev.windowshop.client.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.Services;
import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.call.CallState;
import dev.windowshop.client.chat.OpenConversation;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPeopleIT {
  @TempDir private Path folder;
  private Relay relay;
  private Services shopper;

  @BeforeEach
  void start() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")).withDemo(true));
    shopper =
        Services.open(
            Profile.in("robin", folder.resolve("data"), folder.resolve("cache")),
            address(),
            SoundAccess.LISTENING,
            LocalSources.demo(1));
    shopper.core().start();
    shopper.core().account().signIn("robin", "windowshop-demo").join();
    TestClient.await(shopper.core().socket().state(), ConnectionState.Online.class::isInstance);
  }

  @AfterEach
  void stop() {
    shopper.close();
    relay.close();
  }

  @Test
  void aSellerAnswersWhatIsAskedAboutAProduct() {
    Product product = productOf("Halden Studio");
    try (DemoClient mira = client("mira")) {
      new DemoSeller(mira, mira.start().join());
      online(mira);
      String id = shopper.chat().askSeller(product.id()).join();
      try (OpenConversation conversation = shopper.chat().open(id)) {
        shopper.chat().send(id, "How much is it?").join();
        OpenConversation.State state =
            TestClient.await(conversation.state(), now -> now.messages().size() >= 2);
        Message answer = state.messages().getLast();
        assertEquals("mira", answer.sender().username());
        assertNotNull(answer.content());
        assertTrue(answer.content().contains(product.title()), answer.content());
      }
    }
  }

  @Test
  void aSellerWhoIsCalledSaysToWrite() {
    try (DemoClient mira = client("mira")) {
      new DemoSeller(mira, mira.start().join());
      online(mira);
      String id = shopper.chat().askSeller(productOf("Halden Studio").id()).join();
      shopper.calls().call(id, Call.Media.AUDIO);
      CallState ended =
          TestClient.await(shopper.calls().state(), CallState.Ended.class::isInstance);
      assertEquals(
          CallState.Reason.DECLINED, assertInstanceOf(CallState.Ended.class, ended).reason());
    }
  }

  @Test
  void theFriendPicksUpAndLeavesAfterTheCaller() {
    try (DemoClient jonas = client("jonas")) {
      String friendId = jonas.start().join().id();
      new DemoFriend(jonas, jonas.start().join());
      online(jonas);
      User known = shopper.core().relay().get("/users/" + friendId, User.class);
      String id = shopper.chat().openDirect(known.id()).join();
      shopper.calls().call(id, Call.Media.VIDEO);
      TestClient.await(shopper.calls().state(), CallState.Active.class::isInstance);
      shopper.calls().hangUp();
      TestClient.await(jonas.services().calls().state(), CallState.Idle.class::isInstance);
    }
  }

  private static void online(DemoClient client) {
    TestClient.await(
        client.services().core().socket().state(), ConnectionState.Online.class::isInstance);
  }

  private Product productOf(String shop) {
    List<Product> products =
        shopper
            .core()
            .relay()
            .get("/products?limit=100&sort=popularity", ProductPage.class)
            .items();
    return products.stream()
        .filter(product -> product.shop().name().equals(shop))
        .findFirst()
        .orElseThrow();
  }

  private DemoClient client(String name) {
    return new DemoClient(name, address(), folder.resolve("people"));
  }

  private RelayAddress address() {
    return RelayAddress.of(relay.address(), false);
  }
}
