package dev.windowshop.client.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody wants to spend, as they write it and as the relay counts it. Pure.
///
/// @param least minor units, null for no end; as is `most`
record PriceBand(@Nullable Long least, @Nullable Long most) {
  private static final long HIGHEST = 1_000_000_000_000L;

  /// Of two texts in the locale's way of writing numbers; empty for one that is no amount. Ends
  /// that are the wrong way round are taken as meant.
  static Optional<PriceBand> read(String least, String most, Currency currency, Locale locale) {
    Optional<Optional<Long>> from = amount(least, currency, locale);
    Optional<Optional<Long>> to = amount(most, currency, locale);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Long low = from.get().filter(amount -> amount > 0).orElse(null);
    Long high = to.get().orElse(null);
    boolean turned = low != null && high != null && low > high;
    return Optional.of(turned ? new PriceBand(high, low) : new PriceBand(low, high));
  }

  /// Empty for what is no amount; an empty one for no text.
  private static Optional<Optional<Long>> amount(String text, Currency currency, Locale locale) {
    String stripped = text.replace(currency.getSymbol(locale), "").strip();
    if (stripped.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
    format.setParseBigDecimal(true);
    ParsePosition at = new ParsePosition(0);
    Number read = format.parse(stripped, at);
    if (!(read instanceof BigDecimal number) || at.getIndex() < stripped.length()) {
      return Optional.empty();
    }
    BigDecimal minor = number.movePointRight(digits(currency)).setScale(0, RoundingMode.HALF_EVEN);
    boolean possible = minor.signum() >= 0 && minor.compareTo(BigDecimal.valueOf(HIGHEST)) <= 0;
    return possible ? Optional.of(Optional.of(minor.longValueExact())) : Optional.empty();
  }

  /// An end as it is shown to be edited; empty for none.
  static String text(@Nullable Long amount, Currency currency, Locale locale) {
    if (amount == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(false);
    BigDecimal major = BigDecimal.valueOf(amount, digits(currency));
    boolean whole = major.stripTrailingZeros().scale() <= 0;
    format.setMinimumFractionDigits(whole ? 0 : digits(currency));
    format.setMaximumFractionDigits(digits(currency));
    return format.format(major);
  }

  private static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
