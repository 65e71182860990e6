package dev.windowshop.client.order;

import dev.windowshop.protocol.Order;
import javafx.scene.control.Label;

/// Where an order stands, in a word or two on a tint.
final class StatusPill {
  private StatusPill() {}

  static Label of(Order order) {
    Label pill = new Label(OrderWords.status(order));
    pill.getStyleClass().addAll("order-status", tone(order));
    return pill;
  }

  private static String tone(Order order) {
    return switch (order.status()) {
      case AWAITING_PAYMENT -> "order-status-accent";
      case CANCELLED, UNKNOWN -> "order-status-quiet";
      case PLACED, PAID -> "order-status-good";
    };
  }
}
