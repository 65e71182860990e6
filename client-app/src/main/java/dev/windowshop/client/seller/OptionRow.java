package dev.windowshop.client.seller;

import dev.windowshop.protocol.Product;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One thing that a product comes in: its name, and its values as they are typed.
public final class OptionRow {
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty values = new SimpleStringProperty("");

  OptionRow(String name, List<String> values) {
    this.name.set(name);
    this.values.set(String.join(", ", values));
  }

  public StringProperty name() {
    return name;
  }

  /// Separated by commas.
  public StringProperty values() {
    return values;
  }

  List<String> list() {
    return Arrays.stream(values.get().split("[,،、]", -1))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  boolean complete() {
    return !name.get().isBlank() && !list().isEmpty();
  }

  Product.Option option() {
    return new Product.Option(name.get().strip(), list());
  }
}
