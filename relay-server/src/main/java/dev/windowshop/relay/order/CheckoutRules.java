package dev.windowshop.relay.order;

import dev.windowshop.protocol.Ceiling;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a checkout has to look like before anything is looked up.
final class CheckoutRules {
  private static final int MOST_LINES = 200;
  private static final int MOST_OF_ONE = 999;
  private static final int LONGEST = 200;

  /// What a delivery costs where a shop has not said, minor units of a currency with cents.
  static final Map<String, Long> DELIVERY_METHODS =
      Map.of("standard", 490L, "express", 990L, "pickup", 0L);

  private CheckoutRules() {}

  /// @throws ProblemException 422 naming every field that is refused
  static void check(Order.Checkout checkout, Set<String> providers) {
    Map<String, String> errors = new LinkedHashMap<>();
    lines(checkout.lines(), errors);
    errors.putAll(AddressRules.errors(checkout.address()));
    if (checkout.deliveryMethod() == null
        || !DELIVERY_METHODS.containsKey(checkout.deliveryMethod())) {
      errors.put("deliveryMethod", "must be one of " + sorted(DELIVERY_METHODS.keySet()));
    }
    payment(checkout.payment(), providers, errors);
    refuse(errors);
  }

  /// A ceiling in another currency would agree to something else.
  static void checkCurrency(List<Order.CheckoutLine> lines, String currency) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Ceiling ceiling = lines.get(i).maxUnitPrice();
      if (ceiling != null && ceiling.currency() != null && !ceiling.currency().equals(currency)) {
        errors.put("lines[" + i + "].maxUnitPrice", "must be in " + currency);
      }
    }
    refuse(errors);
  }

  static void check(Order.Pay pay, Set<String> providers) {
    Map<String, String> errors = new LinkedHashMap<>();
    payment(pay, providers, errors);
    refuse(errors);
  }

  private static void lines(@Nullable List<Order.CheckoutLine> lines, Map<String, String> errors) {
    if (lines == null || lines.isEmpty()) {
      errors.put("lines", "must name what is bought");
      return;
    }
    if (lines.size() > MOST_LINES) {
      errors.put("lines", "may be " + MOST_LINES + " at most");
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      Order.CheckoutLine line = lines.get(i);
      String at = "lines[" + i + "]";
      if (line == null || line.variantId() == null) {
        errors.put(at + ".variantId", "is missing");
      } else if (line.quantity() < 1 || line.quantity() > MOST_OF_ONE) {
        errors.put(at + ".quantity", "must be between 1 and " + MOST_OF_ONE);
      } else if (lines.subList(0, i).stream()
          .anyMatch(other -> other != null && line.variantId().equals(other.variantId()))) {
        errors.put(at + ".variantId", "is named twice");
      }
    }
  }

  private static void payment(
      Order.@Nullable Pay pay, Set<String> providers, Map<String, String> errors) {
    if (pay == null || pay.provider() == null || !providers.contains(pay.provider())) {
      errors.put("payment.provider", "must be one of " + sorted(providers));
    } else if (pay.token() != null && pay.token().length() > LONGEST) {
      errors.put("payment.token", "may have " + LONGEST + " characters at most");
    }
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static void refuse(Map<String, String> errors) {
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problem.of(ProblemType.INVALID, "Some of it was refused.").withErrors(errors));
    }
  }
}
