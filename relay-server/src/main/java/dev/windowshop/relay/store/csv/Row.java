package dev.windowshop.relay.store.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.windowshop.protocol.WellFormedText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One record of the file.
final class Row {
  private final CsvRecord fields;
  private final Map<Column, Integer> places;
  private final Map<String, Integer> attributes;

  Row(CsvRecord fields, Map<Column, Integer> places, Map<String, Integer> attributes) {
    this.fields = fields;
    this.places = places;
    this.attributes = attributes;
  }

  /// Where it begins, from 1, as an editor counts.
  long line() {
    return fields.getStartingLineNumber();
  }

  /// The field without blanks around it; empty where there is none.
  String get(Column column) {
    Integer place = places.get(column);
    return place == null ? "" : at(place);
  }

  private String at(int place) {
    if (place >= fields.getFieldCount()) {
      return "";
    }
    String text = fields.getField(place).strip();
    return WellFormedText.isWellFormed(text) ? text : cleaned(text);
  }

  boolean has(Column column) {
    return !get(column).isEmpty();
  }

  /// Those that it has, by name; null where the file has no columns for them.
  @Nullable Map<String, String> attributes() {
    if (attributes.isEmpty()) {
      return null;
    }
    Map<String, String> found = new LinkedHashMap<>();
    attributes.forEach((name, place) -> {
      String value = at(place);
      if (!value.isEmpty()) {
        found.put(name, value);
      }
    });
    return found;
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
