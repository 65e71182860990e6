package dev.windowshop.relay.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Order;
import dev.windowshop.relay.chat.Orders;
import dev.windowshop.relay.order.OrderFeature;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What conversations see of orders: what was bought and what it came to, never where it goes.
record OrdersForChat(OrderFeature orders) implements Orders {
  @Override
  public Optional<JsonNode> card(Handle handle, String userId, String orderId) {
    return orders.seen(handle, userId, orderId).map(OrdersForChat::card);
  }

  private static JsonNode card(Order order) {
    ObjectNode card = Json.mapper().createObjectNode().put("id", order.id());
    card.set("status", Json.tree(order.status()));
    card.set("total", Json.tree(order.total()));
    card.put("lines", order.lines().size());
    card.put("title", order.lines().isEmpty() ? "" : order.lines().getFirst().title());
    card.set("createdAt", Json.tree(order.createdAt()));
    return card;
  }
}
