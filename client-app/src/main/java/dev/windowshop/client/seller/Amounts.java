package dev.windowshop.client.seller;

import dev.windowshop.protocol.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Prices as a seller types them.
final class Amounts {
  private static final long MOST = 9_999_999_999L;

  private Amounts() {}

  static int digits(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return 2;
    }
  }

  static String text(@Nullable Money money) {
    return money == null
        ? ""
        : BigDecimal.valueOf(money.amount(), digits(money.currency())).toPlainString();
  }

  /// Minor units; null for what is no price. A comma is a point to whoever writes it so.
  static @Nullable Long parse(String typed, String currency) {
    String text = typed.strip().replaceAll("[\\s\\p{Sc}]", "").replace(',', '.');
    if (text.toUpperCase(Locale.ROOT).endsWith(currency)) {
      text = text.substring(0, text.length() - currency.length());
    }
    try {
      BigDecimal value = new BigDecimal(text);
      long amount =
          value
              .movePointRight(digits(currency))
              .setScale(0, RoundingMode.UNNECESSARY)
              .longValueExact();
      return amount < 0 || amount > MOST ? null : amount;
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }
}
