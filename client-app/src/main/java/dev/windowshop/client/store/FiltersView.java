package dev.windowshop.client.store;

import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.search.OptionNames;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What narrows the results: kind, price, stars, colour and size, maker, stock; each with its
/// count.
final class FiltersView extends FlowPane {
  private static final PseudoClass ACROSS = PseudoClass.getPseudoClass("across");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int AT_FIRST = 7;
  private static final int MOST_OPTIONS = 4;
  private static final int MOST_VALUES = 14;
  private static final double OUTDENT = 10;

  private final SearchViewModel model;

  FiltersView(SearchViewModel model) {
    this.model = model;
    getStyleClass().add("filters");
    setRowValignment(javafx.geometry.VPos.TOP);
    CheckBox inStock = new CheckBox("In stock");
    inStock.setOnAction(event -> model.setInStockOnly(inStock.isSelected()));
    CheckBox onSale = new CheckBox("Reduced");
    onSale.setOnAction(event -> model.setOnSaleOnly(onSale.isSelected()));
    model
        .query()
        .subscribe(query -> {
          inStock.setSelected(query.filters().inStock());
          onSale.setSelected(query.filters().onSale());
        });
    setAcross(false);
    getChildren()
        .addAll(
            group(
                "Kind",
                model.categories(),
                model::toggleCategory,
                SearchFilters::categories,
                FiltersView::sameCategory),
            new PriceFilterView(model),
            ratings(),
            options(),
            group(
                "Maker",
                model.brands(),
                model::toggleBrand,
                SearchFilters::brands,
                String::equalsIgnoreCase),
            new VBox(10, inStock, onSale));
  }

  /// In columns above the results, or in one beside them.
  void setAcross(boolean across) {
    pseudoClassStateChanged(ACROSS, across);
  }

  private Node group(
      String title,
      ObservableList<ProductPage.Count> counts,
      Consumer<String> toggle,
      Function<SearchFilters, List<String>> chosenOf,
      BiPredicate<String, String> same) {
    VBox box = new VBox();
    box.getStyleClass().add("filter-group");
    boolean[] all = {false};
    Runnable[] fill = {() -> {}};
    fill[0] =
        () -> {
          List<String> chosen = chosenOf.apply(model.query().get().filters());
          box.getChildren().setAll(heading(title));
          for (int i = 0; i < counts.size(); i++) {
            ProductPage.Count count = counts.get(i);
            String asked =
                chosen.stream()
                    .filter(each -> same.test(count.value(), each))
                    .findFirst()
                    .orElse(null);
            if (i < AT_FIRST || all[0] || asked != null) {
              String value = asked == null ? count.value() : asked;
              box.getChildren()
                  .add(
                      choice(
                          count.value(), count.count(), asked != null, () -> toggle.accept(value)));
            }
          }
          if (counts.size() > AT_FIRST) {
            box.getChildren()
                .add(
                    more(
                        all[0],
                        counts.size() - AT_FIRST,
                        () -> {
                          all[0] = !all[0];
                          fill[0].run();
                        }));
          }
          shown(box, !counts.isEmpty());
        };
    counts.addListener((ListChangeListener<ProductPage.Count>) change -> fill[0].run());
    model.query().subscribe(query -> fill[0].run());
    return box;
  }

  private static Node more(boolean all, int others, Runnable run) {
    Button more = new Button(all ? "Show fewer" : "Show " + others + " more");
    more.getStyleClass().add("link");
    VBox.setMargin(more, new Insets(2, 0, 0, -6));
    more.setOnAction(event -> run.run());
    return more;
  }

  private Node ratings() {
    VBox box = new VBox();
    box.getStyleClass().add("filter-group");
    Runnable fill =
        () -> {
          int asked = model.query().get().filters().minRating();
          box.getChildren().setAll(heading("Stars"));
          int[] last = {-1};
          for (ProductPage.Count count : model.ratings()) {
            int stars = stars(count.value());
            // A step that adds nothing says nothing.
            if (stars > 0 && (count.count() != last[0] || stars == asked)) {
              Button button =
                  choice("", count.count(), stars == asked, () -> model.toggleRating(stars));
              Label words = new Label("and up");
              HBox name = new HBox(8, Stars.of(stars, 13), words);
              name.setAlignment(Pos.CENTER_LEFT);
              ((HBox) button.getGraphic()).getChildren().set(0, name);
              button.setAccessibleText(stars + " stars and up, " + count.count());
              box.getChildren().add(button);
            }
            last[0] = count.count();
          }
          shown(box, model.ratings().stream().anyMatch(count -> count.count() > 0));
        };
    model.ratings().addListener((ListChangeListener<ProductPage.Count>) change -> fill.run());
    model.query().subscribe(query -> fill.run());
    return box;
  }

  private static int stars(String value) {
    return value.length() == 1 && Character.isDigit(value.charAt(0)) ? value.charAt(0) - '0' : 0;
  }

  private Node options() {
    VBox box = new VBox(24);
    Runnable fill =
        () -> {
          List<String> chosen = model.query().get().filters().options();
          box.getChildren().clear();
          model.options().stream()
              .filter(option -> option.values().size() > 1)
              .limit(MOST_OPTIONS)
              .forEach(option -> box.getChildren().add(option(option, chosen)));
          shown(box, !box.getChildren().isEmpty());
        };
    model
        .options()
        .addListener((ListChangeListener<ProductPage.OptionCounts>) change -> fill.run());
    model.query().subscribe(query -> fill.run());
    return box;
  }

  private Node option(ProductPage.OptionCounts option, List<String> chosen) {
    FlowPane pills = new FlowPane(6, 6);
    for (ProductPage.Count count : option.values().stream().limit(MOST_VALUES).toList()) {
      ToggleButton pill = new ToggleButton(count.value());
      pill.getStyleClass().addAll("pill", "small-pill");
      String key = option.name() + ":" + count.value();
      pill.setSelected(chosen.stream().anyMatch(each -> OptionNames.sameChoice(key, each)));
      pill.setAccessibleText(count.value() + ", " + count.count());
      Label number = new Label(Integer.toString(count.count()));
      number.getStyleClass().add("filter-count");
      pill.setGraphic(number);
      pill.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      pill.setOnAction(event -> model.toggleOption(option.name(), count.value()));
      pills.getChildren().add(pill);
    }
    VBox group = new VBox(6, heading(option.name()), pills);
    group.getStyleClass().add("filter-group");
    return group;
  }

  static Label heading(String title) {
    Label heading = new Label(title);
    heading.getStyleClass().add("filter-heading");
    return heading;
  }

  private static void shown(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  private static Button choice(String value, int count, boolean on, Runnable choose) {
    Label name = new Label(value);
    Label number = new Label(Integer.toString(count));
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
    VBox.setMargin(button, new Insets(0, -OUTDENT, 0, -OUTDENT));
    button.pseudoClassStateChanged(CHOSEN, on);
    button.setAccessibleText(value + ", " + count);
    button.setOnAction(event -> choose.run());
    return button;
  }

  /// A category may have been asked for by its slug.
  static boolean sameCategory(String value, String chosen) {
    return value.equalsIgnoreCase(chosen)
        || value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").equals(chosen);
  }
}
