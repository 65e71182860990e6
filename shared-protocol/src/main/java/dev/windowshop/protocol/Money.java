package dev.windowshop.protocol;

import java.util.Currency;
import java.util.Locale;

/// An amount in the currency's minor units (cents for EUR, yen for JPY).
///
/// @param currency ISO 4217
public record Money(long amount, String currency) {
  /// Formatted for this locale, for example `€1,299.00`.
  public String format(Locale locale) {
    Currency unit = Currency.getInstance(currency);
    int digits = Math.max(0, unit.getDefaultFractionDigits());
    var format = java.text.NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(unit);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(java.math.BigDecimal.valueOf(amount, digits));
  }

  public Money times(int quantity) {
    return new Money(Math.multiplyExact(amount, quantity), currency);
  }

  /// @throws IllegalArgumentException when the currencies differ
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
    return new Money(Math.addExact(amount, other.amount), currency);
  }
}
