package dev.windowshop.relay.store.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.CatalogueWriter;
import dev.windowshop.relay.store.CategoryRepository;
import dev.windowshop.relay.testing.TestDatabases;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductExportIT {
  private static final List<String> ODD =
      List.of(
          "plain",
          "two\nlines",
          "a \"quoted\" word",
          "comma, semicolon; tab\there",
          "'=1+1",
          "<b>not bold</b> & &amp;",
          "a < b > c",
          "**bold** and **",
          "***",
          "- one\n- two\n\n- three",
          "p\n\n\n\nq",
          "wide   blanks",
          "Ünïcødé 家具 🪑👩‍👩‍👧 شراء",
          "\u0001\u200bodd\u00a0space",
          "line\r\nends\rhere",
          "</div><script>x</script>",
          "&#13; &nbsp;",
          "tail\\");

  @TempDir Path folder;
  private Database database;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final CatalogueWriter writer = new CatalogueWriter();

  @BeforeEach
  void open() {
    database = TestDatabases.open(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    executor.close();
    database.close();
  }

  private Shop shop(String name) {
    return new ProductImport(database, "EUR", executor).shop(name, null, Instant.now());
  }

  private String export(Shop shop, Generation generation, @Nullable String address)
      throws IOException {
    StringWriter out = new StringWriter();
    new ProductExport(database, "EUR", generation, address).run(shop.id(), out);
    return out.toString();
  }

  private ImportReport importInto(Shop shop, String csv) throws IOException {
    Path file = folder.resolve("exported.csv");
    Files.writeString(file, csv);
    List<String> said = new ArrayList<>();
    ImportReport report = new ImportReport(said::add);
    new ProductImport(database, "EUR", executor).run(file, shop, report);
    assertEquals(0, report.refused(), () -> String.join("\n", said));
    return report;
  }

  /// Everything about a product that is its own: not its ids, and not what others did to it.
  private record Face(
      String handle,
      String title,
      String description,
      String category,
      @Nullable String brand,
      List<String> tags,
      List<Product.Option> options,
      List<ParsedProduct.Variant> variants,
      Map<String, String> attributes,
      List<String> features,
      @Nullable String offAs,
      List<ParsedProduct.Image> images) {

    static Face of(ExportRepository.Exported exported) {
      Product product = exported.product();
      return new Face(
          product.handle(),
          product.title(),
          product.description(),
          product.category(),
          product.brand(),
          product.tags(),
          product.options(),
          product.variants().stream()
              .map(v ->
                  new ParsedProduct.Variant(
                      v.sku(),
                      v.options(),
                      v.price().amount(),
                      v.compareAtPrice() == null ? null : v.compareAtPrice().amount(),
                      v.stock()))
              .toList(),
          product.attributes(),
          product.features().stream().filter(f -> f.startsWith("tag:")).toList(),
          exported.offAs(),
          exported.images());
    }
  }

  private List<Face> faces(Shop shop) {
    return database.read(handle ->
        new ExportRepository("EUR")
            .page(handle, shop.id(), "", 1000).stream().map(Face::of).toList());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasExportedIsImportedAsItWas(Generation generation) throws IOException {
    Shop from = shop("From");
    Random random = new Random(20_260 + generation.ordinal());
    database.write(handle -> {
      Instant now = Instant.now();
      for (int i = 0; i < 120; i++) {
        Product product =
            oddProduct(random, from, i, now, name -> new CategoryRepository().named(handle, name));
        writer.insert(handle, List.of(product));
        int state = random.nextInt(4);
        handle
            .createUpdate("UPDATE products SET hidden = :hidden, off_as = :off WHERE id = :id")
            .bind("hidden", state < 2 ? 0 : 1)
            .bind("off", state == 3 ? "archived" : "draft")
            .bind("id", product.id())
            .execute();
        for (int j = random.nextInt(5) - 1; j >= 0; j--) {
          handle
              .createUpdate(
                  """
                  INSERT INTO image_sources (product_id, position, url, alt)
                  VALUES (:id, :place, :url, :alt)
                  """)
              .bind("id", product.id())
              .bind("place", j)
              .bind("url", "https://nowhere.invalid/" + i + "/" + j + ".jpg?a=1,2&b='x'")
              .bind("alt", random.nextBoolean() ? null : odd(random, 200))
              .execute();
        }
      }
      return true;
    });
    List<Face> there = faces(from);
    assertEquals(120, there.size());

    String csv = export(from, generation, null);
    Shop to = shop("To");
    ImportReport report = importInto(to, csv);
    assertEquals(120, report.taken());
    List<Face> arrived = faces(to);
    for (int i = 0; i < there.size(); i++) {
      assertEquals(there.get(i), byHandle(arrived, there.get(i).handle()));
    }
    assertEquals(there.size(), arrived.size());
    // The files are the same but for the order of the products, which are made side by side, and
    // that of the columns of attributes, which is the one in which products first name them.
    assertEquals(records(csv), records(export(to, generation, null)));

    ImportReport again = importInto(to, csv);
    assertTrue(again.summary().contains("120 unchanged"), again::summary);
    // The other generation says the same.
    Generation other = Generation.values()[1 - generation.ordinal()];
    assertTrue(importInto(to, export(from, other, null)).summary().contains("120 unchanged"));
  }

  private static Face byHandle(List<Face> faces, String handle) {
    return faces.stream().filter(face -> face.handle().equals(handle)).findFirst().orElseThrow();
  }

  private static List<String> records(String csv) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return reader.stream()
          .map(row -> new TreeMap<>(row.getFieldsAsMap()).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aPictureOfTheRelaysOwnIsNamedWhereItsAddressIsKnown() throws IOException {
    Shop from = shop("From");
    database.write(handle -> {
      Product product =
          oddProduct(
              new Random(1),
              from,
              0,
              Instant.now(),
              name -> new CategoryRepository().named(handle, name));
      writer.insert(handle, List.of(product));
      writer.replaceMedia(
          handle,
          product.id(),
          List.of(new Product.Media("/media/fetched/a.jpg", "/media/fetched/b.jpg", "Front")));
      return true;
    });
    assertTrue(
        export(from, Generation.CURRENT, "https://shop.example")
            .contains("https://shop.example/media/fetched/a.jpg,1,Front"));
    StringWriter out = new StringWriter();
    ProductExport.Written written =
        new ProductExport(database, "EUR", Generation.CURRENT, null).run(from.id(), out);
    assertEquals(1, written.picturesLeftOut());
    assertEquals(0, written.pictures());
  }

  @Test
  void aFileWithoutAttributesLeavesThoseThatAreThere() throws IOException {
    Shop shop = shop("From");
    importInto(
        shop, "Handle,Title,Variant Price,Wood (product.metafields.custom.wood)\na,A,5,oak\n");
    importInto(shop, "Handle,Title,Variant Price\na,A,6\n");
    assertEquals(Map.of("Wood", "oak"), faces(shop).getFirst().attributes());
    importInto(shop, "Handle,Title,Variant Price,Wood (product.metafields.custom.wood)\na,A,6,\n");
    assertEquals(Map.of(), faces(shop).getFirst().attributes());
  }

  private static Product oddProduct(
      Random random,
      Shop shop,
      int number,
      Instant now,
      java.util.function.Function<String, String> category) {
    List<Product.Option> options =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(i ->
                new Product.Option(
                    "Option " + i + line(random, 20), distinct(random, 1 + random.nextInt(4))))
            .toList();
    List<Map<String, String>> grid = List.of(Map.of());
    for (Product.Option option : options) {
      List<Map<String, String>> wider = new ArrayList<>();
      for (Map<String, String> one : grid) {
        for (String value : option.values()) {
          Map<String, String> more = new LinkedHashMap<>(one);
          more.put(option.name(), value);
          wider.add(more);
        }
      }
      grid = wider;
    }
    List<Map<String, String>> chosen = new ArrayList<>(grid);
    java.util.Collections.shuffle(chosen, random);
    List<Product.Variant> variants =
        chosen.subList(0, 1 + random.nextInt(chosen.size())).stream()
            .map(values -> {
              long price = random.nextInt(5) == 0 ? 0 : random.nextLong(9_999_999_999L);
              return new Product.Variant(
                  Ids.newId(),
                  random.nextBoolean() ? null : "SKU " + line(random, 60),
                  values,
                  new Money(price, "EUR"),
                  random.nextBoolean() ? null : new Money(price + 1 + random.nextInt(999), "EUR"),
                  random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_001));
            })
            .toList();
    List<String> tags =
        distinct(random, random.nextInt(5)).stream().map(tag -> tag.replace(",", "")).toList();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String name : distinct(random, random.nextInt(4))) {
      attributes.put(name, line(random, 100));
    }
    String name = dev.windowshop.relay.store.CategoryName.of("C" + random.nextInt(9) + " ü");
    return new Product(
        Ids.newId(),
        "p-" + number + "-é家",
        line(random, 100),
        odd(random, 2000),
        shop,
        category.apply(name),
        name,
        random.nextBoolean() ? null : line(random, 60),
        new Money(0, "EUR"),
        null,
        null,
        0,
        0,
        tags.stream().limit(8).map(t -> "tag:" + t.toLowerCase(java.util.Locale.ROOT)).toList(),
        tags,
        0,
        List.of(),
        options,
        variants,
        "#808080",
        now,
        now,
        attributes);
  }

  /// Some of the odd texts after each other, as a seller's form would take them.
  private static String odd(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(ODD.get(random.nextInt(ODD.size()))).append(random.nextBoolean() ? "\n\n" : " ");
    }
    int length = text.codePointCount(0, text.length());
    return text.substring(0, text.offsetByCodePoints(0, Math.min(longest, length))).strip();
  }

  private static String line(Random random, int longest) {
    return odd(random, longest)
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private static List<String> distinct(Random random, int number) {
    Set<String> texts = new LinkedHashSet<>();
    while (texts.size() < number) {
      texts.add((texts.size() + line(random, 60)).strip());
    }
    return List.copyOf(texts);
  }
}
