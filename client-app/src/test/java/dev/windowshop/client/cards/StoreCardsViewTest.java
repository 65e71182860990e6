package dev.windowshop.client.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.windowshop.client.gallery.SampleAddresses;
import dev.windowshop.client.gallery.SampleSelling;
import dev.windowshop.client.gallery.SampleShop;
import dev.windowshop.client.order.FakeOrders;
import dev.windowshop.client.order.OfferSheet;
import dev.windowshop.client.order.Offers;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class StoreCardsViewTest extends ApplicationTest {
  private final SampleShop shop = SampleShop.full();
  private final FakeOrders orders = new FakeOrders();
  private final Navigator navigator = new Navigator(new Destination.Home());
  private final VBox place = new VBox();
  private final StoreCards cards =
      new StoreCards(
          shop,
          orders,
          new SampleSelling(shop),
          new Pictures(
              url -> CompletableFuture.failedFuture(new IllegalArgumentException(url)),
              ForkJoinPool.commonPool(),
              FxThread::run),
          navigator,
          new OfferSheet.Parts(
              new NoOffers(),
              orders,
              new SampleAddresses(),
              new NoSheets(),
              new NoSheets(),
              navigator,
              page -> {},
              FxThread::run),
          new Listing(),
          FxThread::run);

  /// One conversation is about what the reader sells.
  private record Listing() implements Talks {
    @Override
    public boolean isOfTwo(String conversationId) {
      return true;
    }

    @Override
    public boolean isOwnListing(String conversationId) {
      return conversationId.equals("listing");
    }

    @Override
    public @Nullable Product about(String conversationId) {
      return null;
    }
  }

  /// Nobody offers anything here.
  private record NoOffers() implements Offers {
    @Override
    public CompletableFuture<Order> accept(String offerId, String key, Offer.Accept accept) {
      return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Offer> decline(String offerId) {
      return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Offer> withdraw(String offerId) {
      return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Void> send(String conversationId, String key, Offer.Make make) {
      return new CompletableFuture<>();
    }
  }

  private record NoSheets() implements Sheets, Notices {
    @Override
    public void show(Node card, Runnable closed) {}

    @Override
    public void fill(Node content, Runnable closed) {}

    @Override
    public void close() {}

    @Override
    public void show(String text) {}

    @Override
    public void show(String text, String action, Runnable run) {}
  }

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(place, 320, 300));
    stage.show();
  }

  private static Message message(Message.Type type, @Nullable JsonNode metadata) {
    return new Message(
        "m1",
        "c1",
        1,
        1,
        "k1",
        new Message.Sender("u1", "mira", "Mira", null),
        type,
        null,
        null,
        List.of(),
        metadata,
        List.of(),
        Instant.EPOCH,
        null,
        null);
  }

  private Button put(Message message) {
    Node card = cards.of(message, false);
    assertNotNull(card);
    interact(() -> place.getChildren().setAll(card));
    return (Button) card;
  }

  private boolean shows(String part) {
    return lookup(".label").queryAllAs(Label.class).stream()
        .anyMatch(label -> label.getText() != null && label.getText().contains(part));
  }

  private void until(String part) {
    try {
      WaitForAsyncUtils.waitFor(
          30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> shows(part)));
    } catch (TimeoutException e) {
      throw new AssertionError("it never said " + part, e);
    }
  }

  @Test
  void aProductSaysWhatItCostsNowAndWhatItCostWhenItWasSent() {
    Product product = shop.products().get(3);
    JsonNode metadata =
        JsonNodeFactory.instance
            .objectNode()
            .put("productId", product.id())
            .<com.fasterxml.jackson.databind.node.ObjectNode>set("product", Json.tree(product))
            .set(
                "sent",
                JsonNodeFactory.instance
                    .objectNode()
                    .set("price", Json.tree(new Money(9_900, "EUR"))));
    Button card = put(message(Message.Type.PRODUCT, metadata));
    until("99.00 when it was sent");
    until("Only 2 left");
    interact(card::fire);
    assertTrue(navigator.current().get().equals(new Destination.ProductPage(product.id())));
  }

  @Test
  void anOrderSaysWhereItStandsAsItMoves() {
    Order waiting = FakeOrders.sample(1, Order.Status.PAID, Order.FulfilmentStatus.WAITING);
    JsonNode metadata =
        JsonNodeFactory.instance
            .objectNode()
            .put("orderId", waiting.id())
            .set("order", Json.tree(waiting));
    Button card = put(message(Message.Type.ORDER, metadata));
    interact(() -> orders.all.set(List.of(waiting)));
    until("Being prepared");
    interact(() ->
        orders.all.set(
            List.of(FakeOrders.sample(1, Order.Status.PAID, Order.FulfilmentStatus.SHIPPED))));
    until("On its way");
    interact(card::fire);
    assertTrue(navigator.current().get().equals(new Destination.OrderPage(waiting.id())));
  }

  @Test
  void whatASellerSaysOftenIsAClickAwayWhereTheySell() {
    assertEquals(1, cards.tools("friends", words -> {}).size());
    List<String> written = new ArrayList<>();
    List<Node> tools = cards.tools("listing", written::add);
    Button replies = (Button) tools.getLast();
    interact(() -> {
      place.getChildren().setAll(tools);
      replies.fire();
    });
    WaitForAsyncUtils.waitForFxEvents();
    ContextMenu menu =
        (ContextMenu)
            Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu && window.isShowing())
                .findFirst()
                .orElseThrow();
    interact(() -> menu.getItems().getFirst().fire());
    assertEquals(List.of(new SampleSelling(shop).quickReplies().join().getFirst().text()), written);
    interact(() -> menu.getItems().getLast().fire());
    assertEquals(new Destination.Sell(Destination.Desk.REPLIES), navigator.current().get());
    interact(menu::hide);
  }

  @Test
  void wordsAndWhatCannotBeReadHaveNoCard() {
    assertNull(cards.of(message(Message.Type.TEXT, null), true));
    assertNull(
        cards.of(
            message(
                Message.Type.PRODUCT,
                Objects.requireNonNull(JsonNodeFactory.instance.objectNode())),
            true));
  }
}
