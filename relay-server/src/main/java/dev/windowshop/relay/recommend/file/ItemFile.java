package dev.windowshop.relay.recommend.file;

import dev.windowshop.relay.recommend.Item;
import dev.windowshop.relay.recommend.ItemSource;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Items out of a file with the columns `item, title, category, brand, seller, price, stock`.
public final class ItemFile implements ItemSource {
  private final Path file;
  private final BrokenLines broken;

  public ItemFile(Path file, BrokenLines broken) {
    this.file = file;
    this.broken = broken;
  }

  /// A file may describe a part of what the events speak of.
  @Override
  public boolean complete() {
    return false;
  }

  @Override
  public void forEach(Consumer<Item> items) {
    List<String> columns =
        List.of("item", "title", "category", "brand", "seller", "price", "stock");
    new Table(file, columns, 1).read(broken, false, fields -> take(fields, items));
  }

  private static @Nullable String take(@Nullable String[] fields, Consumer<Item> items) {
    String id = fields[0];
    if (id == null) {
      return "no item";
    }
    items.accept(
        new Item(
            id,
            text(fields[1]),
            text(fields[2]),
            text(fields[3]),
            text(fields[4]),
            Math.round(100 * number(fields[5], -0.01)),
            number(fields[6], 1) > 0,
            0));
    return null;
  }

  private static String text(@Nullable String field) {
    return field == null ? "" : field;
  }

  /// What is no number is not known: it does not make the item useless.
  private static double number(@Nullable String field, double otherwise) {
    if (field == null || field.isEmpty()) {
      return otherwise;
    }
    try {
      double value = Double.parseDouble(field);
      return Double.isFinite(value) ? value : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
