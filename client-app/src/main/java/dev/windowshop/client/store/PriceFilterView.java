package dev.windowshop.client.store;

import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.ProductPage;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.RangeSlider;
import org.jspecify.annotations.Nullable;

/// The range of prices: a slider under a drawing of how many there are at which price.
final class PriceFilterView extends VBox {
  private static final Duration SETTLED = Duration.millis(250);
  private static final double TALLEST = 34;

  private final SearchViewModel model;
  private final PauseTransition pause = new PauseTransition(SETTLED);
  private SearchViewModel.@Nullable PriceRange shown;
  private @Nullable RangeSlider slider;
  private boolean following;

  PriceFilterView(SearchViewModel model) {
    super(8);
    this.model = model;
    getStyleClass().add("filter-group");
    model.priceRange().subscribe(this::show);
    model.query().subscribe(query -> follow(query.filters()));
  }

  private void show(SearchViewModel.@Nullable PriceRange range) {
    setVisible(range != null);
    setManaged(range != null);
    if (range == null || range.equals(shown)) {
      return;
    }
    shown = range;
    pause.stop();
    Label low = new Label();
    Label high = new Label();
    low.getStyleClass().add("filter-price");
    high.getStyleClass().add("filter-price");
    RangeSlider fresh = new RangeSlider(range.least(), range.most(), range.least(), range.most());
    fresh.setBlockIncrement((range.most() - range.least()) / 20.0);
    Runnable label =
        () -> {
          low.setText(price(fresh.getLowValue(), range));
          high.setText(price(fresh.getHighValue(), range));
        };
    pause.setOnFinished(event ->
        model.setPrices(
            fresh.getLowValue() <= range.least() ? null : Math.round(fresh.getLowValue()),
            fresh.getHighValue() >= range.most() ? null : Math.round(fresh.getHighValue())));
    Runnable moved =
        () -> {
          label.run();
          if (!following) {
            pause.playFromStart();
          }
        };
    fresh.lowValueProperty().addListener(change -> moved.run());
    fresh.highValueProperty().addListener(change -> moved.run());
    slider = fresh;
    label.run();
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    VBox scale = new VBox(histogram(range.steps()), fresh);
    getChildren().setAll(FiltersView.heading("Price"), scale, new HBox(low, gap, high));
    follow(model.query().get().filters());
  }

  /// Shows the prices that are asked for, without asking again.
  private void follow(SearchFilters filters) {
    RangeSlider now = slider;
    SearchViewModel.PriceRange range = shown;
    if (now == null
        || range == null
        || pause.getStatus() == javafx.animation.Animation.Status.RUNNING) {
      return;
    }
    following = true;
    long least = filters.minPrice() == null ? range.least() : filters.minPrice();
    long most = filters.maxPrice() == null ? range.most() : filters.maxPrice();
    now.setHighValue(Math.clamp(most, range.least(), range.most()));
    now.setLowValue(Math.clamp(least, range.least(), range.most()));
    now.setHighValue(Math.clamp(most, range.least(), range.most()));
    following = false;
  }

  private static Node histogram(List<ProductPage.Step> steps) {
    HBox bars = new HBox(2);
    bars.setAlignment(Pos.BOTTOM_LEFT);
    bars.getStyleClass().add("price-bars");
    bars.setMouseTransparent(true);
    int tallest = steps.stream().mapToInt(ProductPage.Step::count).max().orElse(0);
    for (ProductPage.Step step : steps) {
      Region bar = new Region();
      bar.getStyleClass().add("price-bar");
      double height = tallest == 0 ? 0 : Math.ceil(TALLEST * step.count() / tallest);
      bar.setMinHeight(height);
      bar.setMaxHeight(height);
      HBox.setHgrow(bar, Priority.ALWAYS);
      bars.getChildren().add(bar);
    }
    bars.setManaged(!steps.isEmpty());
    return bars;
  }

  private static String price(double amount, SearchViewModel.PriceRange range) {
    return Prices.text(new Money(Math.round(amount), range.currency()));
  }
}
