package dev.windowshop.client.store;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.ProductPage;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.RangeSlider;
import org.jspecify.annotations.Nullable;

/// What narrows the results: kind, maker, price, stock; each with its count.
final class FiltersView extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int MOST = 12;
  private static final double OUTDENT = 10;

  private final SearchViewModel model;
  private final VBox prices = new VBox(10);

  FiltersView(SearchViewModel model) {
    this.model = model;
    getStyleClass().add("filters");
    prices.getStyleClass().add("filter-group");
    CheckBox inStock = new CheckBox("In stock");
    inStock.setSelected(model.query().get().inStockOnly());
    inStock.setOnAction(event -> model.setInStockOnly(inStock.isSelected()));
    getChildren()
        .addAll(
            group("Kind", model.categories(), model::setCategory, true),
            prices,
            group("Maker", model.brands(), model::setBrand, false),
            inStock);
    model.priceRange().subscribe(this::showPrices);
    model.query().subscribe(query -> inStock.setSelected(query.inStockOnly()));
  }

  private Node group(
      String title,
      ObservableList<ProductPage.Count> counts,
      Consumer<@Nullable String> choose,
      boolean category) {
    VBox box = new VBox();
    box.getStyleClass().add("filter-group");
    Runnable fill =
        () -> {
          String chosen = category ? model.query().get().category() : model.query().get().brand();
          box.getChildren().setAll(heading(title));
          for (ProductPage.Count count : counts.stream().limit(MOST).toList()) {
            Button button = choice(count, chosen, choose);
            VBox.setMargin(button, new Insets(0, -OUTDENT, 0, -OUTDENT));
            box.getChildren().add(button);
          }
          box.setVisible(!counts.isEmpty());
          box.setManaged(!counts.isEmpty());
        };
    counts.addListener((ListChangeListener<ProductPage.Count>) change -> fill.run());
    model.query().subscribe(query -> fill.run());
    return box;
  }

  private static Label heading(String title) {
    Label heading = new Label(title);
    heading.getStyleClass().add("filter-heading");
    return heading;
  }

  private static Button choice(
      ProductPage.Count count, @Nullable String chosen, Consumer<@Nullable String> choose) {
    Label name = new Label(count.value());
    Label number = new Label(Integer.toString(count.count()));
    number.getStyleClass().add("filter-count");
    number.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, name, gap, number);
    line.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(line);
    button.getStyleClass().add("filter-choice");
    button.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(button.widthProperty().subtract(2 * OUTDENT + 2));
    boolean on = chosen != null && same(count.value(), chosen);
    button.pseudoClassStateChanged(CHOSEN, on);
    button.setAccessibleText(count.value() + ", " + count.count());
    button.setOnAction(event -> choose.accept(on ? null : count.value()));
    return button;
  }

  /// A category may have been asked for by its slug.
  private static boolean same(String value, String chosen) {
    return value.equalsIgnoreCase(chosen)
        || value.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-").equals(chosen);
  }

  private void showPrices(SearchViewModel.@Nullable PriceRange range) {
    prices.setVisible(range != null);
    prices.setManaged(range != null);
    if (range == null) {
      return;
    }
    Label low = new Label();
    Label high = new Label();
    low.getStyleClass().add("filter-price");
    high.getStyleClass().add("filter-price");
    RangeSlider slider = new RangeSlider(range.least(), range.most(), range.least(), range.most());
    PauseTransition pause = new PauseTransition(Duration.millis(250));
    Runnable show =
        () -> {
          low.setText(price(slider.getLowValue(), range));
          high.setText(price(slider.getHighValue(), range));
        };
    pause.setOnFinished(event ->
        model.setPrices(
            slider.getLowValue() <= range.least() ? null : Math.round(slider.getLowValue()),
            slider.getHighValue() >= range.most() ? null : Math.round(slider.getHighValue())));
    slider
        .lowValueProperty()
        .addListener((property, before, now) -> {
          show.run();
          pause.playFromStart();
        });
    slider
        .highValueProperty()
        .addListener((property, before, now) -> {
          show.run();
          pause.playFromStart();
        });
    show.run();
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    prices.getChildren().setAll(heading("Price"), slider, new HBox(low, gap, high));
  }

  private static String price(double amount, SearchViewModel.PriceRange range) {
    return Prices.text(new Money(Math.round(amount), range.currency()));
  }
}
