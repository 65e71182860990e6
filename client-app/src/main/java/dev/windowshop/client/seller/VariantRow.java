package dev.windowshop.client.seller;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Price;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.SellerProduct;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One combination of a product's options while it is being edited.
public final class VariantRow {
  private final Map<String, String> options;
  private final @Nullable String id;
  private final @Nullable Integer stockWas;
  private final StringProperty price = new SimpleStringProperty("");
  private final StringProperty before = new SimpleStringProperty("");
  private final StringProperty sku = new SimpleStringProperty("");
  private final StringProperty stock = new SimpleStringProperty("0");

  private VariantRow(Map<String, String> options, @Nullable String id, @Nullable Integer stockWas) {
    this.options = new LinkedHashMap<>(options);
    this.id = id;
    this.stockWas = stockWas;
  }

  static VariantRow of(Product.Variant variant) {
    VariantRow row = new VariantRow(variant.options(), variant.id(), variant.stock());
    row.price.set(Amounts.text(variant.price()));
    row.before.set(Amounts.text(variant.compareAtPrice()));
    row.sku.set(variant.sku() == null ? "" : variant.sku());
    row.stock.set(Integer.toString(variant.stock()));
    return row;
  }

  /// A new combination, that costs what another one costs.
  static VariantRow blank(Map<String, String> options, @Nullable VariantRow like) {
    VariantRow row = new VariantRow(options, null, null);
    if (like != null) {
      row.price.set(like.price.get());
      row.before.set(like.before.get());
    }
    return row;
  }

  /// The same row for other options, where an option was added, taken off or renamed.
  VariantRow with(Map<String, String> next) {
    VariantRow row = new VariantRow(next, id, stockWas);
    row.price.set(price.get());
    row.before.set(before.get());
    row.sku.set(sku.get());
    row.stock.set(stock.get());
    return row;
  }

  public Map<String, String> options() {
    return options;
  }

  /// For example `Small · Red`.
  public String name() {
    return String.join(" · ", options.values());
  }

  public StringProperty price() {
    return price;
  }

  /// What it cost before, where it is reduced.
  public StringProperty before() {
    return before;
  }

  public StringProperty sku() {
    return sku;
  }

  public StringProperty stock() {
    return stock;
  }

  /// What is wrong with it, in a sentence; empty when it can be saved.
  String trouble(String currency) {
    String where = options.isEmpty() ? "" : name() + ": ";
    Long now = Amounts.parse(price.get(), currency);
    if (now == null) {
      return where + "“" + price.get() + "” is no price. Write it like 12.50.";
    }
    if (!before.get().isBlank()) {
      Long was = Amounts.parse(before.get(), currency);
      if (was == null || was <= now) {
        return where + "The price before has to be more than the price.";
      }
    }
    return stockNumber() == null ? where + "“" + stock.get() + "” is no number of pieces." : "";
  }

  private @Nullable Integer stockNumber() {
    try {
      int number = Integer.parseInt(stock.get().strip());
      return number < 0 || number > 1_000_000 ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  SellerProduct.VariantEdit edit(String currency) {
    Long now = Amounts.parse(price.get(), currency);
    Long was = before.get().isBlank() ? null : Amounts.parse(before.get(), currency);
    Integer number = stockNumber();
    boolean untouched = stockWas != null && stockWas.equals(number);
    return new SellerProduct.VariantEdit(
        id,
        sku.get().isBlank() ? null : sku.get().strip(),
        options,
        now == null ? null : Price.of(now),
        was == null ? null : Price.of(was),
        // What was not touched stays as it is, whatever was sold meanwhile.
        untouched ? null : number,
        untouched ? null : stockWas);
  }

  /// The price that is written here, for the preview.
  @Nullable Money money(String currency) {
    Long now = Amounts.parse(price.get(), currency);
    return now == null ? null : new Money(now, currency);
  }
}
