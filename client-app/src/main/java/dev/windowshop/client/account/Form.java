package dev.windowshop.client.account;

import dev.windowshop.client.shell.look.PageScroll;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The shape of the account's forms: a card in the middle, labels over fields.
class Form extends VBox {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final double WIDTH = 400;

  Form(String title, String sentence) {
    getStyleClass().addAll("card", "form");
    setMaxWidth(WIDTH);
    setMaxHeight(USE_PREF_SIZE);
    setMinHeight(USE_PREF_SIZE);
    Label heading = new Label(title);
    heading.getStyleClass().add("t-page");
    heading.setWrapText(true);
    heading.setMinHeight(USE_PREF_SIZE);
    Label text = new Label(sentence);
    text.getStyleClass().addAll("t-muted", "t-body");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    getChildren().add(new VBox(6, heading, text));
  }

  /// In the middle of a page that scrolls when it is too low.
  Node centered() {
    return page(new StackPane(this));
  }

  /// What is in the middle of a page that scrolls when it is too low.
  static Node page(StackPane middle) {
    middle.setAlignment(Pos.CENTER);
    middle.getStyleClass().add("form-page");
    PageScroll scroll = new PageScroll(middle);
    scroll.setFitToHeight(true);
    return scroll;
  }

  TextField text(String name, StringProperty value, Label trouble) {
    return field(new TextField(), name, value, trouble);
  }

  TextField password(String name, StringProperty value, Label trouble) {
    return field(new PasswordField(), name, value, trouble);
  }

  private TextField field(TextField field, String name, StringProperty value, Label trouble) {
    Label label = new Label(name);
    label.getStyleClass().add("t-strong");
    label.setLabelFor(field);
    field.setAccessibleText(name);
    field.textProperty().bindBidirectional(value);
    trouble
        .textProperty()
        .subscribe(text -> field.pseudoClassStateChanged(INVALID, !text.isEmpty()));
    getChildren().add(new VBox(6, label, field, trouble));
    return field;
  }

  /// The button that the form is there for, as wide as it is.
  static Button submit(String words, ObservableBooleanValue busy, Runnable action) {
    Button submit = new Button(words);
    submit.getStyleClass().addAll("primary", "large");
    submit.setMaxWidth(Double.MAX_VALUE);
    submit.setDefaultButton(true);
    submit.setOnAction(event -> action.run());
    submit.disableProperty().bind(busy);
    return submit;
  }

  /// A line that leads elsewhere.
  static Button link(String words, Runnable action) {
    Button link = new Button(words);
    link.getStyleClass().add("link");
    link.setOnAction(event -> action.run());
    return link;
  }

  /// What is wrong, in its place; takes none while all is well.
  static Label trouble() {
    Label label = new Label();
    label.getStyleClass().addAll("t-danger", "t-small");
    label.setWrapText(true);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
