package dev.windowshop.relay.store.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.windowshop.protocol.WellFormedText;
import java.util.Map;

/// One record of the file.
final class Row {
  private final CsvRecord fields;
  private final Map<Column, Integer> places;

  Row(CsvRecord fields, Map<Column, Integer> places) {
    this.fields = fields;
    this.places = places;
  }

  /// Where it begins, from 1, as an editor counts.
  long line() {
    return fields.getStartingLineNumber();
  }

  /// The field without blanks around it; empty where there is none.
  String get(Column column) {
    Integer place = places.get(column);
    if (place == null || place >= fields.getFieldCount()) {
      return "";
    }
    String text = fields.getField(place).strip();
    return WellFormedText.isWellFormed(text) ? text : cleaned(text);
  }

  boolean has(Column column) {
    return !get(column).isEmpty();
  }

  boolean isBlank() {
    return fields.getFields().stream().allMatch(String::isBlank);
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .filter(c -> c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }
}
