package dev.windowshop.client.store;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.ProductSort;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/// What was found, with filters beside it, or above it where there is no room.
public final class SearchView implements Page {
  private static final double FILTERS_BESIDE = 960;

  private final SearchViewModel model;
  private final StackPane root = new StackPane();
  private final Label title = new Label();
  private final Label count = new Label();
  private final ComboBox<ProductSort> sort = new ComboBox<>();
  private boolean shown;

  public SearchView(SearchViewModel model, StoreContext context) {
    this.model = model;
    ProductListViewModel results = model.results();
    VBox content = new VBox();
    content.getStyleClass().addAll("page", "search-page");
    PageScroll scroll = new PageScroll(content);
    FiltersView filters = new FiltersView(model);
    ToggleButton toggle = new ToggleButton("Filters");
    toggle.getStyleClass().add("pill");
    CardGrid grid = new CardGrid(results, context.pictures(), new StoreActions(context), scroll);
    BorderPane body = new BorderPane(grid);
    body.getStyleClass().add("search-body");
    Runnable arrange =
        () -> {
          boolean beside = content.getWidth() >= FILTERS_BESIDE;
          toggle.setVisible(!beside);
          toggle.setManaged(!beside);
          filters.setAcross(!beside);
          body.setTop(!beside && toggle.isSelected() ? filters : null);
          body.setLeft(beside ? filters : null);
        };
    content.widthProperty().subscribe(width -> arrange.run());
    toggle.selectedProperty().subscribe(on -> arrange.run());
    EmptyState none =
        new EmptyState(
            Feather.SEARCH,
            "Nothing like that here",
            "Try fewer or other words, or take the filters off.",
            "Show everything",
            () -> {
              if (model.filtered()) {
                model.clearFilters();
              } else {
                context.navigator().go(Destination.Search.everything());
              }
            });
    EmptyState away =
        new EmptyState(
            Feather.CLOUD_OFF,
            "The shop can't be reached",
            "Nothing of it was found on this machine.",
            "Try again",
            results::retry);
    var empty = results.total().isEqualTo(0);
    var failed = results.failed().and(Bindings.isEmpty(results.items()));
    show(none, empty);
    show(away, failed);
    show(grid, empty.not().and(failed.not()));
    StackPane middle = new StackPane(grid, none, away);
    middle.setAlignment(Pos.TOP_CENTER);
    FilterChips chips = new FilterChips(model);
    VBox right = new VBox(16, chips, middle);
    body.setCenter(right);
    content.getChildren().addAll(header(toggle), body);
    root.getChildren().add(scroll);
    model
        .query()
        .subscribe(query -> {
          describe();
          sorts(query);
          if (shown) {
            // Where one is says what one looks for: that is what survives going away and back.
            context.navigator().replace(destination(query));
          }
        });
    results.total().subscribe(total -> describe());
  }

  private static void show(Node node, javafx.beans.binding.BooleanBinding when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  private Node header(Node toggle) {
    title.getStyleClass().add("t-page");
    title.setWrapText(true);
    count.getStyleClass().add("t-muted");
    sort.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(ProductSort value) {
            return name(value);
          }

          @Override
          public ProductSort fromString(String name) {
            throw new UnsupportedOperationException("chosen, never typed");
          }
        });
    sort.setOnAction(event -> {
      if (sort.getValue() != null) {
        model.setSort(sort.getValue());
      }
    });
    VBox words = new VBox(4, title, count);
    HBox.setHgrow(words, Priority.ALWAYS);
    for (Region fixed : new Region[] {sort, (Region) toggle}) {
      fixed.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox header = new HBox(8, words, toggle, sort);
    header.setAlignment(Pos.BOTTOM_LEFT);
    return header;
  }

  private static String name(ProductSort sort) {
    return switch (sort) {
      case RELEVANCE -> "Best match";
      case POPULARITY -> "Most loved";
      case NEWEST -> "Newest";
      case PRICE_ASC -> "Price, low to high";
      case PRICE_DESC -> "Price, high to low";
      case RATING -> "Best rated";
    };
  }

  /// The best match is a sort of words only.
  private void sorts(ProductQuery query) {
    List<ProductSort> offered =
        Arrays.stream(ProductSort.values())
            .filter(each -> query.text() != null || each != ProductSort.RELEVANCE)
            .toList();
    if (!sort.getItems().equals(offered)) {
      sort.getItems().setAll(offered);
    }
    sort.setValue(query.sort());
  }

  private void describe() {
    ProductQuery query = model.query().get();
    String text = query.text();
    SearchFilters filters = query.filters();
    if (text != null && !text.isBlank()) {
      title.setText("“" + text + "”");
    } else if (filters.categories().size() == 1) {
      title.setText(categoryName(filters.categories().getFirst()));
    } else if (filters.onSale()) {
      title.setText("A little less");
    } else {
      title.setText("The whole shop");
    }
    int total = model.results().total().get();
    count.setText(total < 0 ? " " : total == 1 ? "1 piece" : total + " pieces");
  }

  /// The category as the products have it; it may have been asked for by its slug or id.
  private String categoryName(String asked) {
    return model.categories().stream()
        .map(dev.windowshop.protocol.ProductPage.Count::value)
        .filter(name -> FiltersView.sameCategory(name, asked))
        .findFirst()
        .orElseGet(() -> {
          var items = model.results().items();
          return items.isEmpty() ? asked : items.getFirst().category();
        });
  }

  static ProductQuery query(Destination.Search asked) {
    return new ProductQuery(asked.text(), asked.filters(), asked.sort());
  }

  private static Destination.Search destination(ProductQuery query) {
    return new Destination.Search(query.text(), query.filters(), query.sort());
  }

  @Override
  public boolean follow(Destination next) {
    if (!(next instanceof Destination.Search asked)) {
      return false;
    }
    boolean before = shown;
    shown = false;
    model.ask(query(asked));
    shown = before;
    return true;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    shown = true;
    model.activate();
  }

  @Override
  public void deactivate() {
    shown = false;
  }
}
