package dev.windowshop.client.store;

import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.ProductSort;
import dev.windowshop.search.OptionNames;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is looked for, and what was found.
public final class SearchViewModel {
  private final ReadOnlyObjectWrapper<ProductQuery> query;
  private final ProductListViewModel results;
  private final ObservableList<ProductPage.Count> categories = FXCollections.observableArrayList();
  private final ObservableList<ProductPage.Count> brands = FXCollections.observableArrayList();
  private final ObservableList<ProductPage.Count> ratings = FXCollections.observableArrayList();
  private final ObservableList<ProductPage.OptionCounts> options =
      FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable PriceRange> priceRange =
      new ReadOnlyObjectWrapper<>();

  /// The prices of all that matches without a price filter.
  ///
  /// @param steps how many cost up to so much, in a few steps; empty where it is not known
  public record PriceRange(long least, long most, String currency, List<ProductPage.Step> steps) {}

  public SearchViewModel(ProductQuery start, Catalog catalog, Executor ui) {
    query = new ReadOnlyObjectWrapper<>(start);
    results = new ProductListViewModel(catalog, ui);
    results.facets().subscribe(this::facetsChanged);
  }

  public void activate() {
    results.show(query.get());
  }

  private void facetsChanged(ProductPage.@Nullable Facets facets) {
    if (facets == null) {
      return;
    }
    fill(categories, facets.categories());
    fill(brands, facets.brands());
    fill(options, facets.options());
    fill(ratings, facets.ratings());
    var least = facets.minPrice();
    var most = facets.maxPrice();
    priceRange.set(
        least != null && most != null && least.amount() < most.amount()
            ? new PriceRange(least.amount(), most.amount(), least.currency(), facets.prices())
            : null);
  }

  /// Unchanged choices are left alone, so that nothing moves under the pointer.
  private static <T> void fill(ObservableList<T> shown, List<T> fresh) {
    if (!shown.equals(fresh)) {
      shown.setAll(fresh);
    }
  }

  /// Another query takes the place of the one that is shown.
  public void ask(ProductQuery next) {
    if (!next.equals(query.get())) {
      query.set(next);
      results.show(next);
    }
  }

  private void filter(SearchFilters next) {
    ask(query.get().withFilters(next));
  }

  public void toggleCategory(String category) {
    SearchFilters now = query.get().filters();
    filter(now.withCategories(SearchFilters.toggled(now.categories(), category)));
  }

  public void toggleBrand(String brand) {
    SearchFilters now = query.get().filters();
    filter(now.withBrands(SearchFilters.toggled(now.brands(), brand)));
  }

  public void toggleOption(String name, String value) {
    SearchFilters now = query.get().filters();
    String asked = name + ":" + value;
    List<String> others =
        now.options().stream().filter(each -> !OptionNames.sameChoice(each, asked)).toList();
    filter(
        now.withOptions(
            others.size() < now.options().size() ? others : SearchFilters.toggled(others, asked)));
  }

  /// @param least null for no lower bound
  /// @param most null for no upper bound
  public void setPrices(@Nullable Long least, @Nullable Long most) {
    filter(query.get().filters().withPrices(least, most));
  }

  /// The same again takes it off.
  public void toggleRating(int stars) {
    SearchFilters now = query.get().filters();
    filter(now.withMinRating(now.minRating() == stars ? 0 : stars));
  }

  public void setInStockOnly(boolean only) {
    filter(query.get().filters().withInStock(only));
  }

  public void setOnSaleOnly(boolean only) {
    filter(query.get().filters().withOnSale(only));
  }

  public void setSort(ProductSort sort) {
    ask(query.get().withSort(sort));
  }

  /// The shop stays: it is where one is.
  public void clearFilters() {
    filter(SearchFilters.NONE.withShop(query.get().filters().shop()));
  }

  public boolean filtered() {
    return query.get().filters().any();
  }

  public ReadOnlyObjectProperty<ProductQuery> query() {
    return query.getReadOnlyProperty();
  }

  public ProductListViewModel results() {
    return results;
  }

  public ObservableList<ProductPage.Count> categories() {
    return categories;
  }

  public ObservableList<ProductPage.Count> brands() {
    return brands;
  }

  /// How many have at least 4, 3, 2 and 1 stars.
  public ObservableList<ProductPage.Count> ratings() {
    return ratings;
  }

  /// Colour, size and what else comes in variants.
  public ObservableList<ProductPage.OptionCounts> options() {
    return options;
  }

  /// Null while there is nothing to choose between.
  public ReadOnlyObjectProperty<@Nullable PriceRange> priceRange() {
    return priceRange.getReadOnlyProperty();
  }
}
