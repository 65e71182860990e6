package dev.windowshop.relay.store.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Shopify product export of either generation, read record by record: memory does not grow with
/// the file. Confined to one thread.
final class ProductFile implements AutoCloseable {
  private static final int SNIFFED = 64 * 1024;

  /// The most that one record may take, characters; beyond it a quote was left open.
  private static final int BUFFER = 4 * 1024 * 1024;

  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final Map<Column, Integer> places;
  private final Map<String, Integer> attributes;

  private ProductFile(
      CsvReader<CsvRecord> reader,
      CloseableIterator<CsvRecord> records,
      Map<Column, Integer> places,
      Map<String, Integer> attributes) {
    this.reader = reader;
    this.records = records;
    this.places = places;
    this.attributes = attributes;
  }

  /// @throws UnusableFileException when it is no file, no text, no CSV, or no product export
  static ProductFile open(Path file) {
    try {
      byte[] start = start(file);
      Charset charset = charset(start);
      CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .fieldSeparator(separator(new String(start, charset)))
              .detectBomHeader(true)
              .maxBufferSize(BUFFER)
              .skipEmptyLines(true)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowExtraCharsAfterClosingQuote(true)
              .allowUnclosedQuote(false)
              .ofCsvRecord(file, charset);
      CloseableIterator<CsvRecord> records = reader.iterator();
      List<String> header = header(file, records);
      return new ProductFile(
          reader, records, places(file, header), AttributeColumns.places(header));
    } catch (NoSuchFileException e) {
      throw new UnusableFileException("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new UnusableFileException(file + " can't be read: " + e.getMessage() + ".", e);
    }
  }

  private static byte[] start(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnusableFileException(file + " is a folder, not a CSV file.");
    }
    if (Files.exists(file) && !Files.isReadable(file)) {
      throw new UnusableFileException(file + " may not be read.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(SNIFFED);
      if (start.length == 0) {
        throw new UnusableFileException(file + " is empty.");
      }
      boolean utf16 =
          start.length > 1
              && ((start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE
                  || (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF);
      for (byte b : start) {
        if (b == 0 && !utf16) {
          throw new UnusableFileException(file + " is no text, so it is no CSV file.");
        }
      }
      return start;
    }
  }

  /// UTF-8, or what spreadsheets on Windows write where it is not. A byte order mark outranks it.
  private static Charset charset(byte[] start) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result =
        decoder.decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length), false);
    return result.isError() ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
  }

  private static char separator(String start) {
    String header = start.lines().findFirst().orElse("");
    char best = ',';
    long most = header.chars().filter(c -> c == ',').count();
    for (char candidate : new char[] {';', '\t'}) {
      long count = header.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private static List<String> header(Path file, CloseableIterator<CsvRecord> records) {
    try {
      if (records.hasNext()) {
        return records.next().getFields();
      }
    } catch (CsvParseException e) {
      throw new UnusableFileException(file + " is no CSV file: its first line does not end.", e);
    }
    throw new UnusableFileException(file + " holds nothing but blank lines.");
  }

  private static Map<Column, Integer> places(Path file, List<String> header) {
    List<String> names =
        header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      column.names().stream()
          .mapToInt(names::indexOf)
          .filter(place -> place >= 0)
          .findFirst()
          .ifPresent(place -> places.put(column, place));
    }
    String missing =
        Stream.of(Column.HANDLE, Column.TITLE, Column.PRICE)
            .filter(column -> !places.containsKey(column))
            .map(column -> "'" + String.join("' or '", column.names()) + "'")
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new UnusableFileException(
          file.getFileName()
              + " is no Shopify product export: its first line lacks the columns "
              + missing
              + ".");
    }
    return places;
  }

  /// The next record that holds anything; null at the end.
  ///
  /// @throws UnreadableRestException when there is no telling where the next record ends
  @Nullable Row next() {
    try {
      while (records.hasNext()) {
        Row row = new Row(records.next(), places, attributes);
        if (!row.isBlank()) {
          return row;
        }
      }
      return null;
    } catch (CsvParseException | NoSuchElementException e) {
      throw new UnreadableRestException("a record does not end; is a quote left open?", e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
