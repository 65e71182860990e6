package dev.windowshop.relay.store.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Prices as people and spreadsheets write them: `19.9`, `1,299.00`, `1.299,00`, `€ 45`.
final class Amount {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,6})?");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+");

  private Amount() {}

  /// Minor units.
  ///
  /// @param digits of the currency after the point
  static OptionalLong parse(String text, int digits) {
    String bare = text.replaceAll("[\\s\\u00A0'’]|\\p{Sc}|[A-Z]{3}", "");
    int comma = bare.lastIndexOf(',');
    int point = bare.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      bare = comma > point ? bare.replace(".", "").replace(',', '.') : bare.replace(",", "");
    } else if (comma >= 0) {
      bare = THOUSANDS.matcher(bare).matches() ? bare.replace(",", "") : bare.replace(',', '.');
    }
    if (!NUMBER.matcher(bare).matches()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        new BigDecimal(bare)
            .movePointRight(digits)
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }
}
