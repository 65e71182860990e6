package dev.windowshop.client.account;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What a section of the settings page looks like: a card under a heading.
public final class SettingsCard extends VBox {
  public SettingsCard(String title, Node... content) {
    super(16);
    Label heading = new Label(title);
    heading.getStyleClass().add("t-section");
    getChildren().add(heading);
    getChildren().addAll(content);
    getStyleClass().addAll("card", "settings-card");
  }

  /// In the place of what was under the heading before.
  public void fill(Node... content) {
    getChildren().remove(1, getChildren().size());
    getChildren().addAll(content);
  }

  /// A sentence in the muted colour, over as many lines as it takes.
  public static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("t-muted");
    return label;
  }

  /// A text field under its name.
  public static Node field(String name, StringProperty value) {
    Label label = new Label(name);
    label.getStyleClass().add("t-strong");
    TextField field = new TextField();
    field.textProperty().bindBidirectional(value);
    label.setLabelFor(field);
    return new VBox(6, label, field);
  }
}
