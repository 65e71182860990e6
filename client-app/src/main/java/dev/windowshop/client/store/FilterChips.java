package dev.windowshop.client.store;

import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.Money;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the results are narrowed to, each with a way to take it off.
final class FilterChips extends FlowPane {
  private final SearchViewModel model;

  FilterChips(SearchViewModel model) {
    super(8, 8);
    this.model = model;
    managedProperty().bind(visibleProperty());
    model.query().subscribe(query -> fill(query.filters()));
    model.priceRange().subscribe(range -> fill(model.query().get().filters()));
  }

  private void fill(SearchFilters filters) {
    getChildren().clear();
    setVisible(model.filtered());
    filters
        .categories()
        .forEach(value -> chip(categoryName(value), () -> model.toggleCategory(value)));
    String prices = prices(filters);
    if (prices != null) {
      chip(prices, () -> model.setPrices(null, null));
    }
    if (filters.minRating() > 0) {
      chip(filters.minRating() + " stars and up", () -> model.toggleRating(filters.minRating()));
    }
    filters
        .options()
        .forEach(value -> {
          int colon = value.indexOf(':');
          String name = value.substring(0, Math.max(0, colon));
          String chosen = value.substring(colon + 1);
          chip(chosen, () -> model.toggleOption(name, chosen));
        });
    filters.brands().forEach(value -> chip(value, () -> model.toggleBrand(value)));
    if (filters.inStock()) {
      chip("In stock", () -> model.setInStockOnly(false));
    }
    if (filters.onSale()) {
      chip("Reduced", () -> model.setOnSaleOnly(false));
    }
    Button clear = new Button("Take filters off");
    clear.getStyleClass().add("link");
    clear.setMinWidth(USE_PREF_SIZE);
    clear.setOnAction(event -> model.clearFilters());
    getChildren().add(clear);
  }

  private void chip(String text, Runnable off) {
    Button chip = new Button(text, Icons.of(Feather.X, "icon-small"));
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.getStyleClass().addAll("pill", "filter-chip");
    chip.setAccessibleText("Without " + text);
    chip.setOnAction(event -> off.run());
    getChildren().add(chip);
  }

  /// As the products have it; it may have been asked for by its slug.
  private String categoryName(String asked) {
    return model.categories().stream()
        .map(dev.windowshop.protocol.ProductPage.Count::value)
        .filter(name -> FiltersView.sameCategory(name, asked))
        .findFirst()
        .orElse(asked);
  }

  private @Nullable String prices(SearchFilters filters) {
    SearchViewModel.PriceRange range = model.priceRange().get();
    if (range == null || (filters.minPrice() == null && filters.maxPrice() == null)) {
      return null;
    }
    String least =
        filters.minPrice() == null
            ? ""
            : Prices.text(new Money(filters.minPrice(), range.currency()));
    String most =
        filters.maxPrice() == null
            ? ""
            : Prices.text(new Money(filters.maxPrice(), range.currency()));
    if (least.isEmpty()) {
      return "Up to " + most;
    }
    return most.isEmpty() ? "From " + least : least + " to " + most;
  }
}
