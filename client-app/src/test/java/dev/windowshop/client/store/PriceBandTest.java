package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceBandTest {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Currency YEN = Currency.getInstance("JPY");

  @Test
  void amountsAreReadAsTheirWriterWritesThem() {
    assertEquals(read(2_050L, 10_000L), PriceBand.read("20.50", "100", EURO, Locale.UK));
    assertEquals(read(2_050L, 10_000L), PriceBand.read("20,5", " 100 ", EURO, Locale.GERMANY));
    assertEquals(read(123_400L, null), PriceBand.read("1.234", "", EURO, Locale.GERMANY));
    assertEquals(read(null, 500L), PriceBand.read("", "500", YEN, Locale.UK));
    assertEquals(read(null, 4_000L), PriceBand.read("0", "€40", EURO, Locale.UK));
  }

  @Test
  void theEndsMayBeTheWrongWayRound() {
    assertEquals(read(1_000L, 9_000L), PriceBand.read("90", "10", EURO, Locale.UK));
  }

  @Test
  void whatIsNoAmountIsNotGuessedAt() {
    for (String text : new String[] {"cheap", "-5", "20 or so", "99999999999999"}) {
      assertEquals(Optional.empty(), PriceBand.read(text, "", EURO, Locale.UK), text);
      assertEquals(Optional.empty(), PriceBand.read("", text, EURO, Locale.UK), text);
    }
  }

  @Test
  void anEndIsShownAsItIsWritten() {
    assertEquals("", PriceBand.text(null, EURO, Locale.UK));
    assertEquals("20", PriceBand.text(2_000L, EURO, Locale.UK));
    assertEquals("20,50", PriceBand.text(2_050L, EURO, Locale.GERMANY));
    assertEquals("1234", PriceBand.text(123_400L, EURO, Locale.UK));
    assertEquals("500", PriceBand.text(500L, YEN, Locale.UK));
  }

  private static Optional<PriceBand> read(@Nullable Long least, @Nullable Long most) {
    return Optional.of(new PriceBand(least, most));
  }
}
