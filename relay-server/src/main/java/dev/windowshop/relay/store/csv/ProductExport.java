package dev.windowshop.relay.store.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.CatalogueWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a shop's products as [ProductImport] reads them: importing the file gives the same
/// products. Memory does not grow with the shop. Confined to one thread.
public final class ProductExport {
  private static final int PAGE = 500;

  private final Database database;
  private final ExportRepository repository;
  private final int digits;
  private final Generation generation;
  private final @Nullable String address;

  /// @param address where the relay's pictures are to be had, without a slash at its end; null
  ///   leaves those out that are nowhere else
  public ProductExport(
      Database database, String currency, Generation generation, @Nullable String address) {
    this.database = database;
    this.repository = new ExportRepository(currency);
    this.digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    this.generation = generation;
    this.address = address;
  }

  /// What went into a file.
  ///
  /// @param picturesLeftOut are on the relay only, and its address was not said
  public record Written(int products, int variants, int pictures, int picturesLeftOut) {
    Written plus(Written other) {
      return new Written(
          products + other.products,
          variants + other.variants,
          pictures + other.pictures,
          picturesLeftOut + other.picturesLeftOut);
    }
  }

  public Optional<String> shopNamed(String name) {
    return database.read(handle -> new CatalogueWriter().shopNamed(handle, name));
  }

  /// Drafts and what is archived too.
  public Written run(String shopId, Writer out) throws IOException {
    Set<String> attributes = database.read(handle -> repository.attributes(handle, shopId));
    List<String> header = new ArrayList<>(generation.header());
    header.add(OptionOrder.HEADER);
    attributes.forEach(name -> header.add(AttributeColumns.header(name)));
    Written written = new Written(0, 0, 0, 0);
    // Closing it would close what was given.
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord(header);
    String after = "";
    while (true) {
      String from = after;
      List<ExportRepository.Exported> page =
          database.read(handle -> repository.page(handle, shopId, from, PAGE));
      if (page.isEmpty()) {
        csv.flush();
        return written;
      }
      for (ExportRepository.Exported one : page) {
        written = written.plus(write(one, attributes, csv));
      }
      after = page.getLast().product().id();
    }
  }

  private Written write(ExportRepository.Exported exported, Set<String> attributes, CsvWriter csv) {
    Product product = exported.product();
    List<ParsedProduct.Image> images = reachable(exported.images());
    int rows = Math.max(product.variants().size(), images.size());
    for (int i = 0; i < rows; i++) {
      int row = i;
      List<String> fields =
          new ArrayList<>(generation.record(column -> field(exported, images, column, row)));
      fields.add(row == 0 ? OptionOrder.of(product) : "");
      for (String name : attributes) {
        fields.add(row == 0 ? product.attributes().getOrDefault(name, "") : "");
      }
      csv.writeRecord(fields);
    }
    return new Written(
        1, product.variants().size(), images.size(), exported.images().size() - images.size());
  }

  private List<ParsedProduct.Image> reachable(List<ParsedProduct.Image> images) {
    List<ParsedProduct.Image> reachable = new ArrayList<>();
    for (ParsedProduct.Image image : images) {
      boolean elsewhere = image.url().toLowerCase(Locale.ROOT).startsWith("http");
      if (elsewhere) {
        reachable.add(image);
      } else if (address != null) {
        reachable.add(new ParsedProduct.Image(address + image.url(), image.alt()));
      }
    }
    return reachable;
  }

  private String field(
      ExportRepository.Exported exported,
      List<ParsedProduct.Image> images,
      Column column,
      int row) {
    Product product = exported.product();
    boolean first = row == 0;
    Product.@Nullable Variant variant =
        row < product.variants().size() ? product.variants().get(row) : null;
    ParsedProduct.@Nullable Image image = row < images.size() ? images.get(row) : null;
    return switch (column) {
      case HANDLE -> product.handle();
      case TITLE -> first ? product.title() : "";
      case BODY -> first ? DescriptionHtml.of(product.description()) : "";
      case VENDOR -> first ? text(product.brand()) : "";
      case CATEGORY, TYPE -> first ? product.category() : "";
      case TAGS -> first ? String.join(", ", product.tags()) : "";
      case PUBLISHED -> first ? (exported.offAs() == null ? "TRUE" : "FALSE") : "";
      case STATUS -> first ? status(exported.offAs()) : "";
      case OPTION1_NAME -> first ? optionName(product, 0) : "";
      case OPTION2_NAME -> first ? optionName(product, 1) : "";
      case OPTION3_NAME -> first ? optionName(product, 2) : "";
      case OPTION1_VALUE -> optionValue(product, variant, 0);
      case OPTION2_VALUE -> optionValue(product, variant, 1);
      case OPTION3_VALUE -> optionValue(product, variant, 2);
      case SKU -> variant == null ? "" : text(variant.sku());
      case TRACKER -> variant == null ? "" : "shopify";
      case QUANTITY -> variant == null ? "" : Integer.toString(variant.stock());
      case POLICY -> variant == null ? "" : generation.never();
      case PRICE -> variant == null ? "" : amount(variant.price());
      case COMPARE_AT ->
          variant == null || variant.compareAtPrice() == null
              ? ""
              : amount(variant.compareAtPrice());
      case IMAGE -> image == null ? "" : image.url();
      case IMAGE_POSITION -> image == null ? "" : Integer.toString(row + 1);
      case IMAGE_ALT -> image == null ? "" : text(image.alt());
      case VARIANT_IMAGE, OPTION_ORDER -> "";
    };
  }

  private static String status(@Nullable String offAs) {
    return offAs == null ? "active" : offAs;
  }

  private static String optionName(Product product, int place) {
    if (product.options().isEmpty()) {
      return place == 0 ? "Title" : "";
    }
    return place < product.options().size() ? product.options().get(place).name() : "";
  }

  private static String optionValue(Product product, Product.@Nullable Variant variant, int place) {
    if (variant == null) {
      return "";
    }
    if (product.options().isEmpty()) {
      return place == 0 ? "Default Title" : "";
    }
    return place < product.options().size()
        ? variant.options().getOrDefault(product.options().get(place).name(), "")
        : "";
  }

  private String amount(Money money) {
    return BigDecimal.valueOf(money.amount(), digits).toPlainString();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
