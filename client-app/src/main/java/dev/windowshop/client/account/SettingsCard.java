package dev.windowshop.client.account;

import dev.windowshop.client.shell.look.Icons;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

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

  static Node secret(String name, StringProperty value) {
    Label label = new Label(name);
    label.getStyleClass().add("t-strong");
    PasswordField field = new PasswordField();
    field.textProperty().bindBidirectional(value);
    label.setLabelFor(field);
    return new VBox(6, label, field);
  }

  static Node row(Feather icon, String title, String words, @Nullable Region action) {
    Label name = new Label(title);
    name.getStyleClass().add("t-strong");
    Label text = words(words);
    VBox middle = new VBox(2, name, text);
    HBox.setHgrow(middle, Priority.ALWAYS);
    HBox row = new HBox(12, Icons.of(icon, "icon-muted"), middle);
    if (action != null) {
      action.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(action);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
