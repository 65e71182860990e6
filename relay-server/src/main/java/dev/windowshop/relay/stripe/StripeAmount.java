package dev.windowshop.relay.stripe;

import dev.windowshop.protocol.Money;
import java.util.Locale;
import java.util.Set;

/// Amounts as Stripe counts them: in minor units, but for a few currencies that have lost theirs.
final class StripeAmount {
  /// Without minor units, and with two digits there all the same.
  private static final Set<String> TWO_DIGITS = Set.of("ISK", "UGX");

  private StripeAmount() {}

  static long of(Money money) {
    return TWO_DIGITS.contains(money.currency())
        ? Math.multiplyExact(money.amount(), 100L)
        : money.amount();
  }

  static long back(long amount, String currency) {
    return TWO_DIGITS.contains(currency) ? amount / 100 : amount;
  }

  static String currency(Money money) {
    return money.currency().toLowerCase(Locale.ROOT);
  }
}
