package dev.windowshop.relay.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.windowshop.protocol.Json;
import dev.windowshop.relay.db.Reload;
import dev.windowshop.relay.db.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A table as text that no database owns: gzipped JSON, an array with the columns' names on the
/// first line, and one with the values of a row on each after it.
final class TableFile {
  private TableFile() {}

  /// @return the number of rows
  static long write(Snapshot snapshot, String table, OutputStream out) throws Exception {
    GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16);
    JsonGenerator json = Json.mapper().getFactory().createGenerator(gzip);
    json.setRootValueSeparator(null);
    long count =
        snapshot.read(
            table,
            new Snapshot.Rows() {
              @Override
              public void columns(List<String> names) throws IOException {
                json.writeStartArray();
                for (String name : names) {
                  json.writeString(name);
                }
                json.writeEndArray();
                json.writeRaw('\n');
              }

              @Override
              public void row(@Nullable Object[] values) throws IOException {
                json.writeStartArray();
                for (Object value : values) {
                  switch (value) {
                    case null -> json.writeNull();
                    case String text -> json.writeString(text);
                    case Integer number -> json.writeNumber(number);
                    case Long number -> json.writeNumber(number);
                    case Double number -> json.writeNumber(number);
                    default ->
                        throw new IOException(
                            table + " holds a " + value.getClass() + ", which is not known here");
                  }
                }
                json.writeEndArray();
                json.writeRaw('\n');
              }
            });
    json.flush();
    gzip.finish();
    return count;
  }

  /// @return the number of rows
  static long read(InputStream in, String table, Reload reload) throws Exception {
    try (JsonParser json =
        Json.mapper().getFactory().createParser(new GZIPInputStream(in, 1 << 16))) {
      List<String> columns = new ArrayList<>();
      expect(json.nextToken() == JsonToken.START_ARRAY, table);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        columns.add(json.getText());
      }
      long count = 0;
      try (Reload.Into rows = reload.table(table, columns)) {
        while (json.nextToken() == JsonToken.START_ARRAY) {
          rows.add(row(json, table, columns.size()));
          count++;
        }
      }
      return count;
    }
  }

  private static List<@Nullable Object> row(JsonParser json, String table, int columns)
      throws IOException {
    List<@Nullable Object> values = new ArrayList<>(columns);
    JsonToken token;
    while ((token = json.nextToken()) != JsonToken.END_ARRAY) {
      values.add(
          switch (token) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            default -> throw new IOException(table + " can't be understood");
          });
    }
    expect(values.size() == columns, table);
    return values;
  }

  private static void expect(boolean fine, String table) throws IOException {
    if (!fine) {
      throw new IOException(table + " can't be understood");
    }
  }
}
