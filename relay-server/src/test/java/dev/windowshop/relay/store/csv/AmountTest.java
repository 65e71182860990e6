package dev.windowshop.relay.store.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50|5000",
        "19.9|1990",
        "19,90|1990",
        "1,299.00|129900",
        "1.299,00|129900",
        "1,299|129900",
        "€ 45|4500",
        "USD 12.345|1235",
        "0|0"
      })
  void pricesAreReadAsPeopleWriteThem(String text, long minor) {
    assertEquals(minor, Amount.parse(text, 2).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cheap", "-5", "1e9", "1.2.3", "12 or 13", "99999999999999"})
  void whatIsNoPriceIsRefused(String text) {
    assertTrue(Amount.parse(text, 2).isEmpty());
  }

  @Test
  void aCurrencyWithoutDecimalsHasNone() {
    assertEquals(1200, Amount.parse("1,200", 0).orElseThrow());
  }
}
