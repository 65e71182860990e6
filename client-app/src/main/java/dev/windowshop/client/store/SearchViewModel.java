package dev.windowshop.client.store;

import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.ProductSort;
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
  private final ReadOnlyObjectWrapper<@Nullable PriceRange> priceRange =
      new ReadOnlyObjectWrapper<>();

  /// The prices of all that matches without a price filter.
  public record PriceRange(long least, long most, String currency) {}

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
    ProductQuery asked = query.get();
    keep(categories, facets.categories(), asked.category() != null);
    keep(brands, facets.brands(), asked.brand() != null);
    boolean unfiltered = asked.minPrice() == null && asked.maxPrice() == null;
    var least = facets.minPrice();
    var most = facets.maxPrice();
    if (unfiltered && least != null && most != null && least.amount() < most.amount()) {
      priceRange.set(new PriceRange(least.amount(), most.amount(), least.currency()));
    } else if (unfiltered) {
      priceRange.set(null);
    }
  }

  /// A filter's own choices stay as they were while it is in use: counted under itself, only the
  /// chosen one would be left.
  private static void keep(
      ObservableList<ProductPage.Count> shown, List<ProductPage.Count> fresh, boolean inUse) {
    if ((!inUse || shown.isEmpty()) && !shown.equals(fresh)) {
      shown.setAll(fresh);
    }
  }

  private void ask(ProductQuery next) {
    query.set(next);
    results.show(next);
  }

  public void setCategory(@Nullable String category) {
    ProductQuery now = query.get();
    ask(
        new ProductQuery(
            now.text(),
            category,
            null,
            now.minPrice(),
            now.maxPrice(),
            now.inStockOnly(),
            now.sort()));
  }

  public void setBrand(@Nullable String brand) {
    ProductQuery now = query.get();
    ask(
        new ProductQuery(
            now.text(),
            now.category(),
            brand,
            now.minPrice(),
            now.maxPrice(),
            now.inStockOnly(),
            now.sort()));
  }

  /// @param least null for no lower bound
  /// @param most null for no upper bound
  public void setPrices(@Nullable Long least, @Nullable Long most) {
    ProductQuery now = query.get();
    ask(
        new ProductQuery(
            now.text(), now.category(), now.brand(), least, most, now.inStockOnly(), now.sort()));
  }

  public void setInStockOnly(boolean only) {
    ProductQuery now = query.get();
    ask(
        new ProductQuery(
            now.text(),
            now.category(),
            now.brand(),
            now.minPrice(),
            now.maxPrice(),
            only,
            now.sort()));
  }

  public void setSort(ProductSort sort) {
    ProductQuery now = query.get();
    ask(
        new ProductQuery(
            now.text(),
            now.category(),
            now.brand(),
            now.minPrice(),
            now.maxPrice(),
            now.inStockOnly(),
            sort));
  }

  public void clearFilters() {
    ProductQuery now = query.get();
    ask(new ProductQuery(now.text(), null, null, null, null, false, now.sort()));
  }

  public boolean filtered() {
    ProductQuery now = query.get();
    return now.category() != null
        || now.brand() != null
        || now.minPrice() != null
        || now.maxPrice() != null
        || now.inStockOnly();
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

  /// Null while there is nothing to choose between.
  public ReadOnlyObjectProperty<@Nullable PriceRange> priceRange() {
    return priceRange.getReadOnlyProperty();
  }
}
