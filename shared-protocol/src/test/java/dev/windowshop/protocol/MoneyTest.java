package dev.windowshop.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void minorUnitsFollowTheCurrency() {
    assertEquals("€1,299.00", new Money(129_900, "EUR").format(Locale.US));
    assertEquals("¥1,299", new Money(1_299, "JPY").format(Locale.US));
  }

  @Test
  void currenciesDoNotMix() {
    assertThrows(
        IllegalArgumentException.class, () -> new Money(1, "EUR").plus(new Money(1, "USD")));
  }
}
