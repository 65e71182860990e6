package dev.windowshop.client.store;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The first page: what is shown as soon as it is known, from the cache or from the relay.
public final class HomeViewModel {
  private final Catalog catalog;
  private final Executor ui;
  private final ObservableList<Category> categories = FXCollections.observableArrayList();
  private final ObservableList<Product> trending = FXCollections.observableArrayList();
  private final ObservableList<Product> newest = FXCollections.observableArrayList();
  private final ObservableList<Product> deals = FXCollections.observableArrayList();
  private final ObservableList<Product> forYou = FXCollections.observableArrayList();
  private final ObservableList<Product> because = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper becauseTitle = new ReadOnlyStringWrapper("");
  private final ObservableList<Product> viewed = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper forYouReason = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ProductListViewModel everything;
  private List<Recommendations.Item> forYouItems = List.of();
  private List<Recommendations.Item> becauseItems = List.of();

  private final ObservableList<Product> fromSellers = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper sellersKnown = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyObjectWrapper<Welcome> welcome = new ReadOnlyObjectWrapper<>(Welcome.GUEST);
  private List<String> talkedTo = List.of();

  public HomeViewModel(Catalog catalog, Live<Welcome> welcoming, Executor ui) {
    this.catalog = catalog;
    this.ui = ui;
    everything = new ProductListViewModel(catalog, ui);
    catalog.home().observe(home -> ui.execute(() -> show(home)));
    catalog.interests().feed().observe(feed -> ui.execute(() -> show(feed)));
    catalog.interests().viewed().observe(pages -> ui.execute(() -> fill(viewed, pages)));
    welcoming.observe(now -> ui.execute(() -> show(now)));
    catalog.homeTrouble().observe(text -> ui.execute(() -> trouble.set(text)));
  }

  /// The page came into view.
  public void activate() {
    catalog.refreshHome();
    everything.show(ProductQuery.EVERYTHING);
  }

  public void retry() {
    catalog.refreshHome();
    everything.retry();
  }

  private void show(Welcome now) {
    welcome.set(now);
    if (now.talkedTo().equals(talkedTo)) {
      return;
    }
    talkedTo = now.talkedTo();
    if (talkedTo.isEmpty()) {
      fromSellers.clear();
      return;
    }
    List<String> asked = talkedTo;
    catalog
        .fromShops(asked)
        .whenComplete((found, failure) ->
            ui.execute(() -> {
              if (found != null && asked.equals(talkedTo)) {
                fill(fromSellers, found);
              }
            }));
  }

  private void show(Home home) {
    fill(categories, home.categories());
    fill(trending, home.trending());
    fill(newest, home.newest());
    fill(deals, home.deals());
    loaded.set(true);
  }

  /// The feed, and apart from it what is there because of one thing that was looked at.
  private void show(Recommendations feed) {
    List<Recommendations.Item> items = feed.items();
    ForYouViewModel.ReasonShelf first =
        ForYouViewModel.shelves(items).stream()
            .filter(shelf -> !shelf.wall())
            .filter(shelf -> shelf.items().getFirst().reason().productId() != null)
            .findFirst()
            .orElse(null);
    becauseTitle.set(first == null ? "" : first.reason());
    List<Recommendations.Item> apart = first == null ? List.of() : first.items();
    becauseItems = apart;
    fill(because, apart.stream().map(Recommendations.Item::product).toList());
    List<Recommendations.Item> rest =
        items.stream().filter(item -> !apart.contains(item)).limit(24).toList();
    forYouItems = rest;
    fill(forYou, rest.stream().map(Recommendations.Item::product).toList());
    forYouReason.set(items.isEmpty() ? "" : items.getFirst().reason().text());
  }

  /// An unchanged shelf is left alone, so that nothing moves under the pointer.
  private static <T> void fill(ObservableList<T> shelf, List<T> fresh) {
    if (!shelf.equals(fresh)) {
      shelf.setAll(fresh);
    }
  }

  /// Who is here, and what waits for them.
  public ReadOnlyObjectProperty<Welcome> welcome() {
    return welcome.getReadOnlyProperty();
  }

  /// What the shops have that one talked to.
  public ObservableList<Product> fromSellers() {
    return fromSellers;
  }

  public ReadOnlyBooleanProperty sellersKnown() {
    return sellersKnown.getReadOnlyProperty();
  }

  public ObservableList<Category> categories() {
    return categories;
  }

  public ObservableList<Product> trending() {
    return trending;
  }

  public ObservableList<Product> newest() {
    return newest;
  }

  public ObservableList<Product> deals() {
    return deals;
  }

  public ObservableList<Product> forYou() {
    return forYou;
  }

  /// As [#forYou], with the part that chance had in each.
  List<Recommendations.Item> forYouItems() {
    return forYouItems;
  }

  /// As [#because], with the part that chance had in each.
  List<Recommendations.Item> becauseItems() {
    return becauseItems;
  }

  /// What is there because of one thing that was looked at; empty for a newcomer.
  public ObservableList<Product> because() {
    return because;
  }

  public ReadOnlyStringProperty becauseTitle() {
    return becauseTitle.getReadOnlyProperty();
  }

  /// Pages that were looked at on this machine, the newest first.
  public ObservableList<Product> viewed() {
    return viewed;
  }

  /// Why the first of them is recommended.
  public ReadOnlyStringProperty forYouReason() {
    return forYouReason.getReadOnlyProperty();
  }

  /// Why the home could not be had, while nothing of it is known; else empty.
  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// The whole shop.
  public ProductListViewModel everything() {
    return everything;
  }
}
