package dev.windowshop.relay.personal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// A zip file in the making, row by row, so that its size is no matter of memory. One thread.
final class ExportArchive implements ExportSink, AutoCloseable {
  private static final int FETCH = 500;
  private static final ObjectWriter JSON =
      Json.mapper()
          .writer()
          .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

  private final ZipOutputStream zip;

  /// @param most bytes; a larger one is refused
  ExportArchive(Path file, long most) throws IOException {
    this.zip =
        new ZipOutputStream(new Bounded(Files.newOutputStream(file), most), StandardCharsets.UTF_8);
  }

  void text(String name, String text) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void rows(String name, Query query) {
    try (Stream<Map<String, Object>> rows =
        query.setFetchSize(FETCH).map((row, context) -> object(row)).stream()) {
      zip.putNextEntry(new ZipEntry(name + ".json"));
      zip.write('[');
      boolean[] first = {true};
      rows.forEachOrdered(row -> write(row, first));
      zip.write("\n]\n".getBytes(StandardCharsets.US_ASCII));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Map<String, Object> row, boolean[] first) {
    try {
      zip.write((first[0] ? "\n" : ",\n").getBytes(StandardCharsets.US_ASCII));
      first[0] = false;
      JSON.writeValue((OutputStream) zip, row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> object(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String column = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
      Object value = value(row, i, column);
      if (value != null) {
        object.put(camel(column.replaceFirst("_(json|flag)$", "")), value);
      }
    }
    return object;
  }

  private static @Nullable Object value(ResultSet row, int index, String column)
      throws SQLException {
    Object value = row.getObject(index);
    if (value instanceof Number number && (column.endsWith("_at") || column.equals("at"))) {
      return Instant.ofEpochMilli(number.longValue());
    }
    if (value instanceof Number number && column.endsWith("_flag")) {
      return number.intValue() != 0;
    }
    if (value instanceof String text && column.endsWith("_json")) {
      try {
        return Json.mapper().readTree(text);
      } catch (JsonProcessingException e) {
        return text;
      }
    }
    return value;
  }

  private static String camel(String column) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (char c : column.toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.toString();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class Bounded extends FilterOutputStream {
    private final long most;
    private long written;

    Bounded(OutputStream out, long most) {
      super(out);
      this.most = most;
    }

    @Override
    public void write(int b) throws IOException {
      count(1);
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      count(length);
      out.write(bytes, offset, length);
    }

    private void count(int length) {
      written += length;
      if (written > most) {
        throw new ProblemException(
            ProblemType.TOO_LARGE,
            "There is more than fits into one file. Ask whoever runs this shop for it.");
      }
    }
  }
}
