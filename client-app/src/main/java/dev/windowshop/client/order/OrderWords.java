package dev.windowshop.client.order;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Transaction;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What orders are called on the screen.
public final class OrderWords {
  private OrderWords() {}

  public static String money(Money money) {
    return money.format(Locale.getDefault(Locale.Category.FORMAT));
  }

  static String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .format(at.atZone(ZoneId.systemDefault()));
  }

  public static String moment(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .format(at.atZone(ZoneId.systemDefault()));
  }

  /// Where an order stands, all of its shops taken together.
  public static String status(Order order) {
    return switch (order.status()) {
      case AWAITING_PAYMENT ->
          order.payment().status() == Order.PaymentStatus.PENDING
              ? "Payment under way"
              : "Waiting for payment";
      case CANCELLED -> "Cancelled";
      case PLACED, PAID -> slowest(order);
      case UNKNOWN -> "In progress";
    };
  }

  private static String slowest(Order order) {
    return order.fulfilments().stream()
        .map(Order.Fulfilment::status)
        .filter(status -> status != Order.FulfilmentStatus.CANCELLED)
        .min(java.util.Comparator.naturalOrder())
        .map(OrderWords::fulfilment)
        .orElse("Cancelled");
  }

  public static String fulfilment(Order.FulfilmentStatus status) {
    return switch (status) {
      case WAITING -> "Being prepared";
      case PACKED -> "Packed";
      case SHIPPED -> "On its way";
      case DELIVERED -> "Delivered";
      case CANCELLED -> "Cancelled";
      case RETURN_REQUESTED -> "Return asked for";
      case RETURNED -> "Returned";
      case UNKNOWN -> "In progress";
    };
  }

  static String step(String kind) {
    return switch (kind) {
      case "created" -> "Ordered";
      case "placed" -> "Confirmed, to be paid on delivery";
      case "paid" -> "Paid";
      case "declined" -> "Payment declined";
      case "packed" -> "Packed";
      case "shipped" -> "Handed to the carrier";
      case "delivered" -> "Delivered";
      case "cancelled" -> "Cancelled";
      case "expired" -> "Given up, because it was not paid in time";
      case "return_requested" -> "Return asked for";
      case "returned" -> "Returned";
      case "refunded" -> "Money given back";
      default -> "Changed";
    };
  }

  static String transaction(Transaction.Kind kind) {
    return switch (kind) {
      case CAPTURE -> "Paid";
      case REFUND -> "Given back";
      case AUTHORISATION -> "Promised";
      case VOID -> "Let go";
      case UNKNOWN -> "Moved";
    };
  }

  public static String delivery(String method) {
    return switch (method) {
      case "standard" -> "Standard delivery";
      case "express" -> "Express delivery";
      case "pickup" -> "Collect it yourself";
      default -> method;
    };
  }

  static String deliveryNote(String method) {
    return switch (method) {
      case "standard" -> "3 to 5 working days";
      case "express" -> "The next working day";
      case "pickup" -> "At the shop, when it says it is ready";
      default -> "";
    };
  }

  static String testCard(String token) {
    return switch (token) {
      case "3ds" -> "The bank asks to confirm it";
      case "later" -> "It is paid a little later";
      case "later-declined" -> "It is declined a little later";
      case "decline" -> "It is declined";
      default -> "It is paid at once";
    };
  }

  /// Where a payment is to be confirmed or made: an address of its own, or a path on the relay.
  /// Nothing but a web page is ever opened.
  ///
  /// @param relay its address, without a slash at the end
  public static Optional<String> payPage(String page, String relay) {
    if (page.startsWith("/")) {
      return Optional.of(relay + page);
    }
    return page.startsWith("https://") || page.startsWith("http://")
        ? Optional.of(page)
        : Optional.empty();
  }

  /// On one line, in the order in which it is written on a parcel.
  public static String address(Order.Address to) {
    String place =
        Stream.of(to.postalCode(), to.city())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return Stream.of(to.name(), to.line1(), to.line2(), place, to.region(), to.country())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  public static String provider(String id) {
    return switch (id) {
      case "on_delivery" -> "Pay on delivery";
      case "test" -> "Test card";
      case "stripe" -> "Card";
      default -> id;
    };
  }

  static String providerNote(String id) {
    return switch (id) {
      case "on_delivery" -> "To whoever brings it";
      case "test" -> "No money moves";
      case "stripe" -> "On a page of Stripe, in your browser";
      default -> "";
    };
  }
}
