package dev.windowshop.client.cards;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.chat.MessageCards;
import dev.windowshop.client.order.Orders;
import dev.windowshop.client.seller.Selling;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.store.Catalog;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Makes the cards of products and orders.
///
/// @param ui hands over to the FX thread
public record StoreCards(
    Catalog catalog,
    Orders orders,
    Selling selling,
    Pictures pictures,
    Navigator navigator,
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
      case TEXT, IMAGE, VIDEO, FILE, VOICE, POLL, OFFER, SYSTEM, CALL, UNKNOWN -> null;
    };
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
