package dev.windowshop.client.seller;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Small parts that the seller's screens are made of.
final class Parts {
  private Parts() {}

  static VBox card(String title, Node... content) {
    Label heading = new Label(title);
    heading.getStyleClass().add("t-section");
    VBox box = new VBox(16, heading);
    box.getChildren().addAll(content);
    box.getStyleClass().addAll("card", "checkout-section");
    return box;
  }

  static Node field(String name, StringProperty value, String prompt) {
    return named(name, new TextField(), value, prompt);
  }

  static Node area(String name, StringProperty value, String prompt, int rows) {
    TextArea area = new TextArea();
    area.setWrapText(true);
    area.setPrefRowCount(rows);
    return named(name, area, value, prompt);
  }

  private static Node named(
      String name, TextInputControl control, StringProperty value, String prompt) {
    Label label = new Label(name);
    label.getStyleClass().add("t-strong");
    label.setLabelFor(control);
    control.setPromptText(prompt);
    control.setAccessibleText(name);
    control.textProperty().bindBidirectional(value);
    return new VBox(6, label, control);
  }

  static Label words(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("t-muted");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// What went wrong; takes no place while nothing did.
  static Label trouble(ObservableValue<String> text) {
    Label label = new Label();
    label.getStyleClass().add("t-danger");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().bind(text);
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    label.visibleProperty().bind(label.managedProperty());
    return label;
  }

  static Button button(String text, String style, Runnable action) {
    Button button = new Button(text);
    if (!style.isEmpty()) {
      button.getStyleClass().add(style);
    }
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  static void shown(Node node, ObservableValue<? extends Boolean> when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  /// In the middle of a page, no wider than is good to read.
  static StackPane middle(Region column, double most) {
    column.setMaxWidth(most);
    StackPane content = new StackPane(column);
    content.setAlignment(Pos.TOP_CENTER);
    content.getStyleClass().add("page");
    return content;
  }
}
