package dev.windowshop.relay.store.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.ProductRepository;
import dev.windowshop.relay.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductImportIT {
  private static final String OLD =
      "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,"
          + "Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,"
          + "Variant Compare At Price,Image Src,Image Position,Image Alt Text\n";
  private static final String NEW =
      "Title,URL handle,Description,Vendor,Product category,Tags,Published on online store,Status,"
          + "SKU,Option1 name,Option1 value,Price,Compare-at price,Inventory tracker,"
          + "Inventory quantity,Product image URL,Image position\n";

  @TempDir Path folder;
  private Database database;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void open() {
    database = TestDatabases.open(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    executor.close();
    database.close();
  }

  private ImportReport run(String csv) throws IOException {
    return run(csv.getBytes(StandardCharsets.UTF_8));
  }

  private ImportReport run(byte[] csv) throws IOException {
    Path file = folder.resolve("products.csv");
    Files.write(file, csv);
    said.clear();
    ImportReport report = new ImportReport(said::add);
    ProductImport products = new ProductImport(database, "EUR", executor);
    products.check(file);
    products.run(file, shop(), report);
    return report;
  }

  private Shop shop() {
    return new ProductImport(database, "EUR", executor).shop("Nord", null, Instant.now());
  }

  private List<Product> all() {
    return database.read(new ProductRepository("EUR")::all);
  }

  private Product product(String handle) {
    return all().stream().filter(p -> p.handle().equals(handle)).findFirst().orElseThrow();
  }

  @Test
  void bothGenerationsOfColumnsGiveTheSameProduct() throws IOException {
    run(
        OLD
            + "shirt,Shirt,<p>Soft <b>wool</b></p>,Nord,Shirts,\"wool, warm\",true,Size,S,"
            + "SH-S,shopify,5,19.90,25.00,https://nowhere.invalid/1.jpg,1,Front\n"
            + "shirt,,,,,,,,M,SH-M,shopify,0,21,,,,\n"
            + "shirt,,,,,,,,,,,,,,https://nowhere.invalid/2.jpg,2,Back\n");
    Product old = product("shirt");
    assertEquals(2, old.variants().size());
    assertEquals(1990, old.price().amount());
    assertEquals(5, old.stock());
    assertEquals("Soft **wool**", old.description());
    assertEquals("Shirts", old.category());
    assertEquals(List.of("wool", "warm"), old.tags());
    assertEquals(List.of(new Product.Option("Size", List.of("S", "M"))), old.options());
    assertFalse(old.media().isEmpty());

    run(
        "\uFEFF"
            + NEW
            + "Shirt,shirt-2,<p>Soft <b>wool</b></p>,Nord,Apparel > Clothing > Shirts,"
            + "\"wool, warm\",TRUE,Active,SH-S,Size,S,19.90,25.00,shopify,5,"
            + "https://nowhere.invalid/1.jpg,1\n"
            + ",shirt-2,,,,,,,SH-M,,M,21,,shopify,0,,\n"
            + ",shirt-2,,,,,,,,,,,,,,https://nowhere.invalid/2.jpg,2\n");
    Product recent = product("shirt-2");
    assertEquals(old.description(), recent.description());
    assertEquals(old.categoryId(), recent.categoryId());
    assertEquals(old.options(), recent.options());
    assertEquals(old.stock(), recent.stock());
    assertEquals(old.price(), recent.price());
  }

  @Test
  void importingAgainChangesNothingAndAChangeKeepsIds() throws IOException {
    String file =
        OLD + "cup,Cup,Plain,,Cups,,true,Size,S,C-S,,3,4.00,,,,\ncup,,,,,,,,L,C-L,,3,5,,,,\n";
    run(file);
    Product first = product("cup");
    run(file);
    assertEquals(first, product("cup"));
    assertTrue(said.getFirst().contains("unchanged"), said::toString);

    run(file.replace("4.00", "4.50").replace("\ncup,,,,,,,,L,C-L,,3,5,,,,", ""));
    Product changed = product("cup");
    assertEquals(first.id(), changed.id());
    assertEquals(first.variants().getFirst().id(), changed.variants().getFirst().id());
    assertEquals(450, changed.price().amount());
    assertEquals(1, changed.variants().size());
    assertEquals(1, all().size());
  }

  @Test
  void everyRefusedLineIsNamedWithItsReason() throws IOException {
    ImportReport report =
        run(
            OLD
                + "a,A,,,,,true,Size,S,,,1,cheap,,,,\n"
                + "b,B,,,,,true,Size,S,,,1,5,,,,\n"
                + "b,,,,,,,,S,,,1,6,,,,\n"
                + "b,,,,,,,,,,,,,,ftp://x/y.jpg,,\n"
                + "c,,,,,,true,,,,,1,5,,,,\n"
                + ",,,,,,,,,,,,9,,,,\n"
                + "\n"
                + ",,,,,,,,,,,,,,,,\n"
                + "d,\"Multi\nline \"\"quoted\"\"\",,,,,true,,,,,1,7,,,,\n"
                + "b,,,,,,,,XL,,,1,6,,,,\n");
    assertEquals(2, report.taken());
    assertEquals(6, report.refused());
    assertEquals("line 2: refused a: 'cheap' is no price", said.getFirst());
    assertTrue(said.stream().anyMatch(line -> line.startsWith("line 4: refused b")));
    assertTrue(said.stream().anyMatch(line -> line.startsWith("line 5: refused b")));
    assertTrue(said.stream().anyMatch(line -> line.startsWith("line 6: refused c")));
    assertTrue(said.stream().anyMatch(line -> line.startsWith("line 7: refused (no handle)")));
    assertTrue(said.stream().anyMatch(line -> line.startsWith("line 10: took d")));
    assertTrue(said.stream().anyMatch(line -> line.startsWith("line 12: refused b")));
    assertEquals("Multi\nline \"quoted\"", product("d").title());
    assertEquals(1, product("b").variants().size());
  }

  @Test
  void draftsAreOnlyTheirSellersAndWhatIsNoLongerPublishedIsHidden() throws IOException {
    run(NEW + "Mug,mug,,,,,TRUE,Active,,,,5,,,1,,\nJar,jar,,,,,TRUE,Draft,,,,5,,,1,,\n");
    assertEquals(List.of("mug"), all().stream().map(Product::handle).toList());
    assertTrue(said.getLast().contains("took jar: new, not published"), said::toString);
    run(NEW + "Jar,jar,,,,,TRUE,Active,,,,5,,,1,,\n");
    assertEquals(2, all().size());
    run(NEW + "Jar,jar,,,,,FALSE,Active,,,,5,,,1,,\n");
    run(NEW + "Mug,mug,,,,,TRUE,Archived,,,,5,,,1,,\n");
    assertEquals(List.of(), all());
    run(NEW + "Mug,mug,,,,,TRUE,Active,,,,5,,,1,,\n");
    assertEquals(1, all().size());
  }

  @Test
  void aFileThatBreaksOffKeepsWhatCameBefore() throws IOException {
    ImportReport report =
        run(
            OLD
                + "a,A,,,,,true,,,,,1,5,,,,\n"
                + "b,B,,,,,true,,,,,1,5,,,,\n"
                + "c,C,\"never closed,,,,true,,,,,1,5,,,,\n");
    assertTrue(report.isBroken());
    assertEquals(List.of("a"), all().stream().map(Product::handle).toList());
    assertTrue(said.getLast().startsWith("line 4: stopped"), said::toString);
  }

  @Test
  void whatIsNoExportIsRefusedWithoutATrace() {
    byte[] binary = new byte[10_000];
    binary[5] = 7;
    List<byte[]> files =
        List.of(
            new byte[0],
            binary,
            "hello\nworld\n".getBytes(StandardCharsets.UTF_8),
            "Name;Price\nA;1\n".getBytes(StandardCharsets.UTF_8),
            "x".repeat(6_000_000).getBytes(StandardCharsets.UTF_8),
            ("Handle,Title,Variant Price\na,A,\"" + "y".repeat(6_000_000))
                .getBytes(StandardCharsets.UTF_8));
    for (byte[] file : files) {
      UnusableFileException refusal = assertThrows(UnusableFileException.class, () -> run(file));
      assertTrue(String.valueOf(refusal.getMessage()).contains("products.csv"));
    }
    assertThrows(
        UnusableFileException.class,
        () -> new ProductImport(database, "EUR", executor).check(folder));
    assertThrows(
        UnusableFileException.class,
        () -> new ProductImport(database, "EUR", executor).check(folder.resolve("none.csv")));
    assertEquals(List.of(), all());
  }

  @Test
  void otherSeparatorsAndEncodingsAreUnderstood() throws IOException {
    run(
        "Handle;Title;Variant Price\ntee;Frühlingstee;4,50\n"
            .getBytes(java.nio.charset.Charset.forName("windows-1252")));
    assertEquals("Frühlingstee", product("tee").title());
    assertEquals(450, product("tee").price().amount());
    run("Handle\tTitle\tVariant Price\ntab\tTab\t1\n".getBytes(StandardCharsets.UTF_8));
    assertEquals("Tab", product("tab").title());
  }

  @Test
  void picturesThatCannotBeHadAreDrawn() throws IOException {
    run(
        OLD
            + "lamp,Lamp,,,Lamps,,true,,,,,1,5,,http://127.0.0.1:1/a.jpg,1,\n"
            + "vase,Vase,,,,,true,,,,,1,5,,http://127.0.0.1:1/b c.jpg,1,\n");
    ImportReport report = new ImportReport(said::add);
    try (PictureFetch fetch =
        new PictureFetch(database, "EUR", folder.resolve("data"), Duration.ofSeconds(5))) {
      fetch.run(shop(), report);
    }
    assertTrue(product("lamp").media().getFirst().url().startsWith("/media/product/"));
    assertTrue(report.summary().contains("drawn ones stand in"));
  }

  @Test
  void oneShopBelongsToOneOwner() {
    Shop first = shop();
    assertEquals(first, shop());
    ProductImport products = new ProductImport(database, "EUR", executor);
    assertThrows(
        UnusableFileException.class, () -> products.shop("Other", "nobody", Instant.now()));
  }
}
