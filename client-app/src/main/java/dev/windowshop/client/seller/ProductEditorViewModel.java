package dev.windowshop.client.seller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.store.Trouble;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.SellerProduct.Difference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A product while its seller edits it. Saving names the version that the edit began from: when
/// somebody else saved meanwhile, the difference is shown and nothing is overwritten.
public final class ProductEditorViewModel {
  static final int MOST_OPTIONS = 3;
  static final int MOST_VARIANTS = 100;
  static final int MOST_PICTURES = 30;

  private final Selling selling;
  private final String currency;
  private final Executor ui;
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty description = new SimpleStringProperty("");
  private final StringProperty category = new SimpleStringProperty("");
  private final StringProperty brand = new SimpleStringProperty("");
  private final StringProperty tags = new SimpleStringProperty("");
  private final StringProperty attributes = new SimpleStringProperty("");
  private final ObjectProperty<SellerProduct.Status> status =
      new SimpleObjectProperty<>(SellerProduct.Status.PUBLISHED);
  private final ObservableList<OptionRow> options = FXCollections.observableArrayList();
  private final ObservableList<VariantRow> variants = FXCollections.observableArrayList();
  private final ObservableList<EditorPicture> pictures = FXCollections.observableArrayList();
  private final ObservableList<Difference> conflict = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable SellerProduct> product =
      new ReadOnlyObjectWrapper<>();
  private long version;

  /// @param currency the relay's, ISO 4217
  public ProductEditorViewModel(Selling selling, String currency, Executor ui) {
    this.selling = selling;
    this.currency = currency;
    this.ui = ui;
    variants.add(VariantRow.blank(Map.of(), null));
  }

  /// Edits a product that is there.
  public void load(String id) {
    busy.set(true);
    selling
        .product(id)
        .whenComplete((found, failure) ->
            ui.execute(() -> {
              busy.set(false);
              if (found != null) {
                show(found);
              } else if (failure != null) {
                trouble.set(Trouble.of(failure));
              }
            }));
  }

  private void show(SellerProduct found) {
    Product now = found.product();
    product.set(found);
    version = found.version();
    title.set(now.title());
    description.set(now.description());
    category.set(now.category());
    brand.set(now.brand() == null ? "" : now.brand());
    tags.set(String.join(", ", now.tags()));
    attributes.set(
        now.attributes().entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining("\n")));
    status.set(found.status());
    options.setAll(
        now.options().stream()
            .map(option -> new OptionRow(option.name(), option.values()))
            .toList());
    variants.setAll(now.variants().stream().map(VariantRow::of).toList());
    pictures.setAll(
        now.media().stream()
            .map(media -> new EditorPicture.Kept(media.url(), media.thumbUrl(), media.alt()))
            .toList());
    conflict.clear();
    trouble.set("");
  }

  public void addOption() {
    if (options.size() < MOST_OPTIONS) {
      options.add(new OptionRow("", List.of()));
    }
  }

  public void removeOption(OptionRow option) {
    options.remove(option);
    makeVariants();
  }

  /// A row for every combination of the options. What was filled in stays with the combination it
  /// belongs to.
  public void makeVariants() {
    List<OptionRow> complete = options.stream().filter(OptionRow::complete).toList();
    long count = 1;
    for (OptionRow option : complete) {
      count *= option.list().size();
    }
    if (count > MOST_VARIANTS) {
      trouble.set(
          "That would be " + count + " combinations; a product has " + MOST_VARIANTS + " at most.");
      return;
    }
    trouble.set("");
    List<Map<String, String>> combinations = new ArrayList<>(List.of(Map.of()));
    for (OptionRow option : complete) {
      List<Map<String, String>> next = new ArrayList<>();
      for (Map<String, String> before : combinations) {
        for (String value : option.list()) {
          Map<String, String> longer = new LinkedHashMap<>(before);
          longer.put(option.name().get().strip(), value);
          next.add(longer);
        }
      }
      combinations = next;
    }
    List<VariantRow> left = new ArrayList<>(variants);
    VariantRow like = left.isEmpty() ? null : left.getFirst();
    List<VariantRow> rows = new ArrayList<>();
    for (Map<String, String> combination : combinations) {
      VariantRow same = find(left, combination);
      if (same != null) {
        left.remove(same);
      }
      rows.add(same == null ? VariantRow.blank(combination, like) : same.with(combination));
    }
    variants.setAll(rows);
  }

  /// The row that says the same of every option that both have.
  private static @Nullable VariantRow find(List<VariantRow> rows, Map<String, String> wanted) {
    VariantRow best = null;
    for (VariantRow row : rows) {
      boolean fits =
          row.options().entrySet().stream()
              .allMatch(entry ->
                  !wanted.containsKey(entry.getKey())
                      || entry.getValue().equals(wanted.get(entry.getKey())));
      if (row.options().equals(wanted)) {
        return row;
      }
      if (fits && best == null) {
        best = row;
      }
    }
    return best;
  }

  /// The first row's price for all of them.
  public void samePriceForAll() {
    if (!variants.isEmpty()) {
      VariantRow first = variants.getFirst();
      variants.forEach(row -> {
        row.price().set(first.price().get());
        row.before().set(first.before().get());
      });
    }
  }

  /// Pictures are sent at once; they join the product when it is saved.
  public void addPictures(List<Path> files) {
    for (Path file : files) {
      if (pictures.size() >= MOST_PICTURES) {
        trouble.set("A product has " + MOST_PICTURES + " pictures at most.");
        return;
      }
      EditorPicture.Coming coming = new EditorPicture.Coming(file);
      pictures.add(coming);
      selling
          .upload(file)
          .whenComplete((attachment, failure) ->
              ui.execute(() -> {
                int at = pictures.indexOf(coming);
                if (at >= 0 && attachment != null) {
                  pictures.set(at, new EditorPicture.Uploaded(file, attachment.id()));
                } else if (at >= 0 && failure != null) {
                  pictures.remove(at);
                  trouble.set(file.getFileName() + " was not taken. " + Trouble.of(failure));
                }
              }));
    }
  }

  public void removePicture(EditorPicture picture) {
    pictures.remove(picture);
  }

  /// The first one is the one that is shown on cards.
  public void movePicture(int from, int to) {
    if (from >= 0 && from < pictures.size() && to >= 0 && to < pictures.size() && from != to) {
      List<EditorPicture> next = new ArrayList<>(pictures);
      next.add(to, next.remove(from));
      pictures.setAll(next);
    }
  }

  /// @param saved told the product as it is now
  public void save(Consumer<SellerProduct> saved) {
    String wrong = wrong();
    trouble.set(wrong);
    if (!wrong.isEmpty() || busy.get()) {
      return;
    }
    busy.set(true);
    SellerProduct before = product.get();
    selling
        .save(before == null ? null : before.product().id(), edit())
        .whenComplete((now, failure) ->
            ui.execute(() -> {
              busy.set(false);
              if (now != null) {
                show(now);
                saved.accept(now);
              } else if (failure != null) {
                failed(failure);
              }
            }));
  }

  private String wrong() {
    if (title.get().isBlank()) {
      return "Give it a name.";
    }
    if (category.get().isBlank()) {
      return "Say what kind of thing it is.";
    }
    if (pictures.stream().anyMatch(EditorPicture.Coming.class::isInstance)) {
      return "A picture is still on its way. Wait a moment.";
    }
    if (variants.isEmpty()) {
      return "There is nothing to sell yet: fill in the options.";
    }
    return variants.stream()
        .map(row -> row.trouble(currency))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private SellerProduct.Edit edit() {
    SellerProduct before = product.get();
    return new SellerProduct.Edit(
        before == null ? null : before.product().handle(),
        title.get().strip(),
        description.get().strip(),
        category.get().strip(),
        brand.get().isBlank() ? null : brand.get().strip(),
        Arrays.stream(tags.get().split(",", -1))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList(),
        attributesByName(),
        options.stream().filter(OptionRow::complete).map(OptionRow::option).toList(),
        variants.stream().map(row -> row.edit(currency)).toList(),
        pictures.stream().map(EditorPicture::edit).filter(Objects::nonNull).toList(),
        status.get(),
        before == null ? null : version);
  }

  private Map<String, String> attributesByName() {
    Map<String, String> found = new LinkedHashMap<>();
    attributes
        .get()
        .lines()
        .forEach(line -> {
          int colon = line.indexOf(':');
          if (colon > 0 && !line.substring(colon + 1).isBlank()) {
            found.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
          }
        });
    return found;
  }

  private void failed(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ProblemException problem
        && problem.type() == ProblemType.EDIT_CONFLICT
        && problem.problem().lines() != null) {
      conflict.setAll(
          problem.problem().lines().stream()
              .map(line -> Json.decode(line, Difference.class))
              .toList());
      return;
    }
    trouble.set(Trouble.of(failure));
  }

  /// Saves what is written here over what somebody else saved, knowing what that was.
  public void keepMine(Consumer<SellerProduct> saved) {
    for (Difference difference : conflict) {
      JsonNode theirs = difference.theirs();
      if (difference.field().equals("version") && theirs != null) {
        version = theirs.asLong(version);
      }
    }
    conflict.clear();
    save(saved);
  }

  /// Shows the product as somebody else saved it; what was written here is gone.
  public void takeTheirs() {
    SellerProduct before = product.get();
    if (before != null) {
      load(before.product().id());
    }
  }

  /// @param gone told when it is deleted
  public void delete(Runnable gone) {
    SellerProduct before = product.get();
    if (before == null || busy.get()) {
      return;
    }
    busy.set(true);
    selling
        .delete(before.product().id())
        .whenComplete((done, failure) ->
            ui.execute(() -> {
              busy.set(false);
              if (failure == null) {
                gone.run();
              } else {
                trouble.set(Trouble.of(failure));
              }
            }));
  }

  public StringProperty title() {
    return title;
  }

  public StringProperty description() {
    return description;
  }

  /// Name of a category; a new name makes one.
  public StringProperty category() {
    return category;
  }

  public StringProperty brand() {
    return brand;
  }

  /// Separated by commas.
  public StringProperty tags() {
    return tags;
  }

  /// A line each, like `Material: oak`.
  public StringProperty attributes() {
    return attributes;
  }

  public ObjectProperty<SellerProduct.Status> status() {
    return status;
  }

  public ObservableList<OptionRow> options() {
    return options;
  }

  public ObservableList<VariantRow> variants() {
    return variants;
  }

  public ObservableList<EditorPicture> pictures() {
    return pictures;
  }

  /// What somebody else saved meanwhile, beside what is written here; empty without a conflict.
  public ObservableList<Difference> conflict() {
    return conflict;
  }

  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// As it was loaded or saved last; null for a new one.
  public ReadOnlyObjectProperty<@Nullable SellerProduct> product() {
    return product.getReadOnlyProperty();
  }
}
