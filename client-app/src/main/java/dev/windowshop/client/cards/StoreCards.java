package dev.windowshop.client.cards;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.chat.MessageCards;
import dev.windowshop.client.order.OfferSheet;
import dev.windowshop.client.order.Orders;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.seller.OfferComposer;
import dev.windowshop.client.seller.QuickReplyMenu;
import dev.windowshop.client.seller.Selling;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.store.Catalog;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Makes the cards of products, orders and offers.
///
/// @param ui hands over to the FX thread
public record StoreCards(
    Catalog catalog,
    Orders orders,
    Selling selling,
    Pictures pictures,
    Navigator navigator,
    OfferSheet.Parts offers,
    Talks talks,
    Executor ui)
    implements MessageCards {

  @Override
  public @Nullable Node of(Message message, boolean own) {
    JsonNode metadata = message.metadata();
    if (metadata == null || message.deletedAt() != null) {
      return null;
    }
    return switch (message.type()) {
      case PRODUCT -> product(metadata);
      case ORDER -> order(metadata);
      case OFFER -> offer(metadata, own);
      case TEXT, IMAGE, VIDEO, FILE, VOICE, POLL, SYSTEM, CALL, UNKNOWN -> null;
    };
  }

  /// For whoever has a shop.
  @Override
  public List<Node> tools(String conversationId, Consumer<String> write) {
    List<Node> tools = new ArrayList<>();
    if (talks.isOfTwo(conversationId)) {
      tools.add(offering(conversationId));
    }
    if (talks.isOwnListing(conversationId)) {
      tools.add(QuickReplyMenu.button(selling, navigator, write, ui));
    }
    return tools;
  }

  private Node offering(String conversationId) {
    Button tool =
        Icons.button(
            Feather.TAG,
            "Make an offer",
            () ->
                OfferComposer.show(
                    conversationId,
                    talks.about(conversationId),
                    selling,
                    offers.offers(),
                    offers.sheets(),
                    offers.notices(),
                    ui));
    tool.managedProperty().bind(tool.visibleProperty());
    tool.setVisible(false);
    AtomicReference<@Nullable Subscription> follows = new AtomicReference<>();
    tool.sceneProperty()
        .subscribe(scene -> {
          Subscription before =
              follows.getAndSet(
                  scene == null
                      ? null
                      : selling
                          .shop()
                          .observe(shop -> ui.execute(() -> tool.setVisible(shop.isPresent()))));
          if (before != null) {
            before.close();
          }
        });
    return tool;
  }

  private @Nullable Node offer(JsonNode metadata, boolean own) {
    Offer offer = decode(metadata.get("offer"), Offer.class);
    return offer == null || offer.lines().isEmpty()
        ? null
        : new OfferCard(offer, own, offers, Instant.now());
  }

  private @Nullable Node product(JsonNode metadata) {
    Product sent = decode(metadata.get("product"), Product.class);
    if (sent == null) {
      return null;
    }
    Money then = decode(metadata.path("sent").get("price"), Money.class);
    return new LiveProductCard(
        sent,
        then,
        catalog,
        pictures,
        () -> navigator.go(new Destination.ProductPage(sent.id())),
        ui);
  }

  private @Nullable Node order(JsonNode metadata) {
    JsonNode sent = metadata.path("order");
    String id = sent.path("id").asText(metadata.path("orderId").asText(""));
    return id.isEmpty() ? null : new LiveOrderCard(id, sent, orders, selling, navigator, ui);
  }

  /// What a newer relay writes otherwise shows no card; the words stay.
  private static <T> @Nullable T decode(@Nullable JsonNode node, Class<T> type) {
    try {
      return node == null || !node.isObject() ? null : Json.decode(node, type);
    } catch (ProblemException e) {
      return null;
    }
  }
}
