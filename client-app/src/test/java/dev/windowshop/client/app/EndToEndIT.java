package dev.windowshop.client.app;

import static dev.windowshop.client.app.TestClient.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.call.CallState;
import dev.windowshop.client.call.PictureWatch;
import dev.windowshop.client.chat.OpenConversation;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.store.ProductQuery;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Product;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole of it, without a window: a relay process, a shopper and a seller with all the services
/// of the app, and a media process each.
@Timeout(180)
class EndToEndIT {
  private static final int SHOPPER = 7;
  private static final int SELLER = 9;

  @TempDir Path folder;

  @Test
  void aShopperAsksBuysTimeAndCalls() throws Exception {
    RelayProcess relay = RelayProcess.start(folder.resolve("relay"), 0);
    int port = relay.port();
    Services seller = open("seller", relay.address(), SELLER);
    Services shopper = open("shopper", relay.address(), SHOPPER);
    try {
      shopper.store().catalog().refreshHome();
      // A guest sees the shop, signs up, and finds something of Mira's.
      assertEquals(
          false, await(shopper.store().catalog().home(), Objects::nonNull).trending().isEmpty());
      shopper.core().account().signUp("ada@example.org", "ada", "a good password", "Ada").join();
      seller.core().account().signIn("mira", "windowshop-demo").join();
      online(shopper);
      online(seller);
      Product product = somethingOf(shopper, ownId(seller));

      // A message each way, live.
      String conversation = shopper.chat().askSeller(product.id()).join();
      shopper.chat().send(conversation, "Is it still there?").join();
      Conversation atSeller =
          await(seller.chat().conversations(), all -> has(all, conversation)).stream()
              .filter(one -> one.id().equals(conversation))
              .findFirst()
              .orElseThrow();
      assertEquals(product.id(), Objects.requireNonNull(atSeller.product()).id());
      texts(seller, conversation, List.of("Is it still there?"));
      seller.chat().send(conversation, "It is. Shall I keep one for you?").join();
      texts(
          shopper, conversation, List.of("Is it still there?", "It is. Shall I keep one for you?"));

      // The relay is killed; what is written meanwhile waits, also over a restart of the app.
      relay.kill();
      await(shopper.core().socket().state(), state -> !(state instanceof ConnectionState.Online));
      shopper.chat().send(conversation, "Yes please.").join();
      shopper.close();
      shopper = open("shopper", relay.address(), SHOPPER);
      List<String> all =
          List.of("Is it still there?", "It is. Shall I keep one for you?", "Yes please.");
      relay = RelayProcess.start(folder.resolve("relay"), port);
      online(shopper);
      online(seller);
      texts(seller, conversation, all);
      texts(shopper, conversation, all);

      // A call with pictures both ways.
      shopper.calls().call(conversation, Call.Media.VIDEO);
      await(seller.calls().state(), CallState.Incoming.class::isInstance);
      seller.calls().accept(true);
      try (PictureWatch atShopper = new PictureWatch(shopper.calls());
          PictureWatch atSellers = new PictureWatch(seller.calls())) {
        atShopper.await(SELLER, 10);
        atSellers.await(SHOPPER, 10);
      }
      seller.calls().hangUp();
      await(shopper.calls().state(), CallState.Ended.class::isInstance);
      assertEquals(0, relay.stop());
    } finally {
      shopper.close();
      seller.close();
      relay.close();
    }
  }

  private Services open(String name, String relay, int stamp) {
    Services services =
        Services.open(
            Profile.in(name, folder.resolve(name + "/data"), folder.resolve(name + "/cache")),
            RelayAddress.of(relay, false),
            SoundAccess.TONE,
            LocalSources.demo(stamp));
    services.core().start();
    return services;
  }

  private static void online(Services services) {
    await(services.core().socket().state(), ConnectionState.Online.class::isInstance);
  }

  private static String ownId(Services services) {
    Account account = Objects.requireNonNull(services.core().account().account().value());
    return Objects.requireNonNull(account.userId());
  }

  private static Product somethingOf(Services shopper, String ownerId) {
    ProductQuery everything =
        ProductQuery.EVERYTHING.withFilters(
            dev.windowshop.client.shell.SearchFilters.NONE.withInStock(true));
    String cursor = null;
    do {
      var page = shopper.store().catalog().search(everything, cursor).join();
      for (Product product : page.items()) {
        if (product.shop().ownerId().equals(ownerId)) {
          return product;
        }
      }
      cursor = page.nextCursor();
    } while (cursor != null);
    throw new AssertionError("the seller sells nothing");
  }

  private static boolean has(List<Conversation> conversations, String id) {
    return conversations.stream().anyMatch(one -> one.id().equals(id));
  }

  /// Waits until these are the messages, in this order and each once, and none waits to be sent.
  private static void texts(Services services, String conversation, List<String> wanted) {
    try (OpenConversation open = services.chat().open(conversation)) {
      await(
          open.state(),
          state ->
              state != null
                  && state.pending().isEmpty()
                  && state.messages().stream()
                      .filter(message -> message.type() == Message.Type.TEXT)
                      .map(Message::content)
                      .toList()
                      .equals(wanted));
    }
  }
}
