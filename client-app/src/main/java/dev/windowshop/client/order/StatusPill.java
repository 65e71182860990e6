package dev.windowshop.client.order;

import dev.windowshop.protocol.Order;
import javafx.scene.control.Label;

/// Where an order stands, in a word or two on a tint.
final class StatusPill {
  private StatusPill() {}

  static Label of(Order order) {
    Label pill = new Label(Words.status(order));
    pill.getStyleClass().addAll("pill", tone(order));
    return pill;
  }

  private static String tone(Order order) {
    return switch (order.status()) {
      case AWAITING_PAYMENT -> "pill-accent";
      case CANCELLED, UNKNOWN -> "pill-quiet";
      case PLACED, PAID -> "pill-good";
    };
  }
}
