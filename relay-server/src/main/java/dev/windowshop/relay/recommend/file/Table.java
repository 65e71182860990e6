package dev.windowshop.relay.recommend.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads a table of text: tab-separated (commas, where the first line has no tab), packed by gzip
/// or not, its columns named by the first line in any order.
final class Table {
  /// What is done with a line.
  interface Line {
    /// @param fields in the order of the columns asked for; null for a column that is not there
    /// @return what is wrong with it, or null
    @Nullable String take(@Nullable String[] fields);
  }

  private final Path file;
  private final List<String> columns;
  private final int required;

  /// @param columns names of the columns wanted, the required ones first
  Table(Path file, List<String> columns, int required) {
    this.file = file;
    this.columns = columns;
    this.required = required;
  }

  /// @param headless whether the first line may already be data: then columns are as asked for
  void read(BrokenLines broken, boolean headless, Line line) {
    try (BufferedReader reader = open(file)) {
      String first = reader.readLine();
      if (first == null) {
        if (headless) {
          return;
        }
        throw new UnreadableFileException(
            file + " is empty: its first line must name the columns.");
      }
      first = first.startsWith("\uFEFF") ? first.substring(1) : first;
      char separator = first.indexOf('\t') < 0 && first.indexOf(',') >= 0 ? ',' : '\t';
      int[] places = places(first, separator);
      boolean named = named(places);
      if (!named && !headless) {
        throw new UnreadableFileException(
            file + ": the first line must name the columns " + columns.subList(0, required) + ".");
      }
      if (!named) {
        for (int i = 0; i < places.length; i++) {
          places[i] = i;
        }
      }
      long number = named ? 2 : 1;
      long wrong = 0;
      @Nullable String[] fields = new @Nullable String[columns.size()];
      for (String text = named ? reader.readLine() : first;
          text != null;
          text = reader.readLine(), number++) {
        if (text.isEmpty()) {
          continue;
        }
        String why = split(text, separator, places, fields) ? line.take(fields) : tooFew(fields);
        if (why != null) {
          broken.add(file, number, why, wrong++);
        }
      }
      broken.end(file, wrong);
    } catch (IOException e) {
      throw new UnreadableFileException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private String tooFew(@Nullable String[] fields) {
    for (int i = 0; i < required; i++) {
      String field = fields[i];
      if (field == null || field.isEmpty()) {
        return "no " + columns.get(i);
      }
    }
    return "cannot be read";
  }

  private int[] places(String header, char separator) {
    String[] names = header.split(String.valueOf(separator), -1);
    int[] places = new int[columns.size()];
    Arrays.fill(places, -1);
    for (int i = 0; i < names.length; i++) {
      int column = columns.indexOf(unquoted(names[i]).strip().toLowerCase(Locale.ROOT));
      if (column >= 0 && places[column] < 0) {
        places[column] = i;
      }
    }
    return places;
  }

  private boolean named(int[] places) {
    for (int i = 0; i < required; i++) {
      if (places[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /// @return whether all that is required is there
  private boolean split(String text, char separator, int[] places, @Nullable String[] fields) {
    Arrays.fill(fields, null);
    int from = 0;
    int column = 0;
    int length = text.endsWith("\r") ? text.length() - 1 : text.length();
    while (from <= length) {
      int to = text.indexOf(separator, from);
      if (to < 0 || to > length) {
        to = length;
      }
      for (int i = 0; i < places.length; i++) {
        if (places[i] == column) {
          fields[i] = unquoted(text.substring(from, to).strip());
        }
      }
      from = to + 1;
      column++;
    }
    for (int i = 0; i < required; i++) {
      String field = fields[i];
      if (field == null || field.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static String unquoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    bytes.mark(2);
    boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    InputStream plain = packed ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    // Text that is not UTF-8 is still an id.
    return new BufferedReader(
        new InputStreamReader(
            plain,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
        1 << 16);
  }
}
