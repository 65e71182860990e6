package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.Tips;
import dev.windowshop.protocol.Product;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A product's options as pills. A value that is sold out beside what is chosen is struck through,
/// and can still be looked at.
final class OptionsView extends VBox {
  private static final PseudoClass SOLD_OUT = PseudoClass.getPseudoClass("sold-out");
  private static final int MUCH = 40;

  private final ProductViewModel model;

  OptionsView(ProductViewModel model) {
    this.model = model;
    getStyleClass().add("options");
    model.product().subscribe(product -> fill());
    model.variant().subscribe(variant -> fill());
  }

  private void fill() {
    Product product = model.product().get();
    String focused = focused();
    getChildren().clear();
    if (product == null || product.variants().size() <= 1) {
      setManaged(false);
      return;
    }
    setManaged(true);
    product.options().stream()
        .filter(option -> !option.values().isEmpty())
        .forEach(option -> getChildren().add(option(option)));
    lookupAll(".pill").stream()
        .filter(pill -> focused.equals(pill.getId()))
        .findFirst()
        .ifPresent(javafx.scene.Node::requestFocus);
  }

  private String focused() {
    return lookupAll(".pill").stream()
        .filter(javafx.scene.Node::isFocused)
        .map(pill -> pill.getId() == null ? "" : pill.getId())
        .findFirst()
        .orElse("");
  }

  private VBox option(Product.Option option) {
    Label name = new Label(option.name());
    name.getStyleClass().add("t-strong");
    Label value = new Label(model.chosen().getOrDefault(option.name(), ""));
    value.getStyleClass().add("t-muted");
    FlowPane pills = new FlowPane(8, 8);
    option.values().stream()
        .limit(MUCH)
        .forEach(each -> pills.getChildren().add(pill(option, each)));
    return new VBox(10, new HBox(8, name, value), pills);
  }

  private ToggleButton pill(Product.Option option, String value) {
    ToggleButton pill = new ToggleButton(value);
    pill.setId(option.name() + "=" + value);
    pill.getStyleClass().add("pill");
    pill.setSelected(value.equals(model.chosen().get(option.name())));
    Choices.State state = model.state(option.name(), value);
    pill.pseudoClassStateChanged(SOLD_OUT, state != Choices.State.AVAILABLE);
    switch (state) {
      case AVAILABLE -> {}
      case SOLD_OUT -> Tips.put(pill, "Sold out");
      case ABSENT -> Tips.put(pill, "Not made in this combination");
    }
    pill.setOnAction(event -> {
      pill.setSelected(true);
      model.choose(option.name(), value);
    });
    return pill;
  }
}
