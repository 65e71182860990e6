package dev.windowshop.client.store;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Preferences;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is picked for this shopper, shelf by shelf, and what a newcomer is asked first.
public final class ForYouViewModel {
  private static final int LEAST_ON_A_SHELF = 4;
  private static final int MOST_ON_A_SHELF = 12;
  private static final String THE_REST = "More for you";

  /// A shelf under its reason.
  ///
  /// @param wall whether it is the last one, in rows
  public record ReasonShelf(String reason, List<Recommendations.Item> items, boolean wall) {}

  private final Interests interests;
  private final Executor ui;
  private final ObservableList<ReasonShelf> shelves = FXCollections.observableArrayList();
  private final ObservableList<Product> fresh = FXCollections.observableArrayList();
  private final ObservableList<Category> categories = FXCollections.observableArrayList();
  private final ObservableList<String> liked = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper newcomer = new ReadOnlyBooleanWrapper();
  private boolean personal;

  public ForYouViewModel(Interests interests, Live<Home> home, Executor ui) {
    this.interests = interests;
    this.ui = ui;
    home.observe(now -> ui.execute(() -> categories.setAll(top(now.categories()))));
    interests.likes().observe(said -> ui.execute(() -> likes(said)));
    interests.feed().observe(feed -> ui.execute(() -> show(feed)));
  }

  private static List<Category> top(List<Category> all) {
    List<Category> roots = all.stream().filter(each -> each.parentId() == null).toList();
    return roots.isEmpty() ? all : roots;
  }

  /// Asks again each time the page is opened: what one looked at in between counts.
  public void refresh() {
    interests.refreshFeed();
    interests
        .newForYou()
        .whenComplete((found, failure) ->
            ui.execute(() -> {
              if (found != null && !fresh.equals(found)) {
                fresh.setAll(found);
              }
            }));
  }

  private void likes(Preferences said) {
    liked.setAll(said.categories());
    settle();
  }

  private void show(Recommendations feed) {
    personal = feed.items().stream().anyMatch(item -> item.reason().productId() != null);
    List<ReasonShelf> fresh = shelves(feed.items());
    if (!fresh.equals(shelves)) {
      shelves.setAll(fresh);
    }
    known.set(known.get() || !feed.items().isEmpty());
    settle();
  }

  /// Nothing is known of a newcomer; taps that were just made can still be changed.
  private void settle() {
    newcomer.set(!personal);
  }

  /// In the order of the feed; reasons of too few things are put together at the end.
  static List<ReasonShelf> shelves(List<Recommendations.Item> items) {
    Map<String, List<Recommendations.Item>> byReason = new LinkedHashMap<>();
    items.forEach(item ->
        byReason.computeIfAbsent(item.reason().text(), reason -> new ArrayList<>()).add(item));
    List<ReasonShelf> found = new ArrayList<>();
    List<Recommendations.Item> rest = new ArrayList<>();
    byReason.forEach((reason, of) -> {
      if (byReason.size() == 1 || of.size() < LEAST_ON_A_SHELF) {
        rest.addAll(of);
        return;
      }
      int end = Math.min(of.size(), MOST_ON_A_SHELF);
      found.add(new ReasonShelf(reason, List.copyOf(of.subList(0, end)), false));
      rest.addAll(of.subList(end, of.size()));
    });
    if (!rest.isEmpty()) {
      String title = byReason.size() == 1 ? byReason.keySet().iterator().next() : THE_REST;
      found.add(new ReasonShelf(title, List.copyOf(rest), true));
    }
    return found;
  }

  /// A tap on a category: liked from now on, or no longer.
  public void tap(Category category) {
    Preferences now = interests.likes().value();
    Preferences before = now == null ? Preferences.NONE : now;
    List<String> ids = new ArrayList<>(before.categories());
    if (!ids.remove(category.id())) {
      ids.add(category.id());
    }
    interests.setLikes(new Preferences(ids, before.brands(), before.minPrice(), before.maxPrice()));
  }

  public ObservableList<ReasonShelf> shelves() {
    return shelves;
  }

  /// What came into the shop lately, what fits first.
  public ObservableList<Product> fresh() {
    return fresh;
  }

  /// What a newcomer can tap on.
  public ObservableList<Category> categories() {
    return categories;
  }

  /// Ids of the categories that were tapped on.
  public ObservableList<String> liked() {
    return liked;
  }

  /// Whether anything is known, from the cache or from the relay.
  public ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /// Whether nothing that they did is known yet.
  public ReadOnlyBooleanProperty newcomer() {
    return newcomer.getReadOnlyProperty();
  }
}
