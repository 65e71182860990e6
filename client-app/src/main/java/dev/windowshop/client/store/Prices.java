package dev.windowshop.client.store;

import dev.windowshop.protocol.Money;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Prices as they are shown: tabular figures, the old price struck through beside the new one.
final class Prices {
  private Prices() {}

  static String text(Money money) {
    return money.format(Locale.getDefault(Locale.Category.FORMAT));
  }

  static Label label(String... styleClasses) {
    Label label = new Label();
    label.getStyleClass().add("price");
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A line with a price and, when it is higher, the price before.
  static final class Line extends HBox {
    private final Label price = label();
    private final Label before = label("price-before", "t-struck");

    Line(String... styleClasses) {
      price.getStyleClass().addAll(styleClasses);
      price.setMinWidth(USE_PREF_SIZE);
      before.managedProperty().bind(before.visibleProperty());
      setSpacing(8);
      setAlignment(Pos.BASELINE_LEFT);
      getChildren().addAll(price, before);
    }

    void show(Money now, @Nullable Money compareAt, boolean from) {
      boolean reduced = reduced(now, compareAt);
      price.setText(from ? "from " + text(now) : text(now));
      price.pseudoClassStateChanged(REDUCED, reduced);
      before.setVisible(reduced);
      before.setText(reduced && compareAt != null ? text(compareAt) : "");
    }
  }

  private static final javafx.css.PseudoClass REDUCED =
      javafx.css.PseudoClass.getPseudoClass("reduced");

  static boolean reduced(Money now, @Nullable Money compareAt) {
    return compareAt != null && compareAt.amount() > now.amount();
  }

  /// For example `−20%`.
  static String saving(Money now, Money compareAt) {
    long percent = Math.round(100.0 * (compareAt.amount() - now.amount()) / compareAt.amount());
    return "−" + percent + "%";
  }
}
