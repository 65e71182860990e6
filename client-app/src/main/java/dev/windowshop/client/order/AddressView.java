package dev.windowshop.client.order;

import dev.windowshop.client.order.AddressForm.Field;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.SavedAddress;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The address book to choose from, or the form of an address.
final class AddressView extends VBox {
  private final AddressViewModel model;
  private final VBox book = new VBox(8);

  AddressView(AddressViewModel model) {
    super(16);
    this.model = model;
    Node form = form();
    shown(book, model.writing().not());
    shown(form, model.writing());
    Label trouble = new Label();
    trouble.getStyleClass().add("t-danger");
    trouble.setWrapText(true);
    trouble.textProperty().bind(model.trouble());
    shown(trouble, model.trouble().isNotEmpty());
    getChildren().addAll(book, form, trouble);
    InvalidationListener fill = change -> fill();
    model.saved().addListener(fill);
    model.chosen().addListener(fill);
    fill();
  }

  private static void shown(Node node, javafx.beans.value.ObservableValue<? extends Boolean> when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  private void fill() {
    ToggleGroup group = new ToggleGroup();
    book.getChildren().setAll(model.saved().stream().map(one -> choice(one, group)).toList());
    Button add = new Button("Another address", Icons.of(Feather.PLUS, "icon-small"));
    add.getStyleClass().add("quiet");
    add.setOnAction(event -> model.writeNew());
    book.getChildren().add(add);
  }

  private Node choice(SavedAddress address, ToggleGroup group) {
    RadioButton button =
        new RadioButton(
            Objects.requireNonNullElse(
                address.label(), Objects.requireNonNullElse(address.address().name(), "Address")));
    button.setToggleGroup(group);
    button.setSelected(address.equals(model.chosen().get()));
    button.setOnAction(event -> model.choose(address));
    Label where = new Label(OrderWords.address(address.address()));
    where.getStyleClass().addAll("t-muted", "t-small", "checkout-note");
    where.setWrapText(true);
    VBox words = new VBox(2, button, where);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, words);
    row.setAlignment(Pos.CENTER_LEFT);
    if (address.standard()) {
      Label usual = new Label("Usual one");
      usual.getStyleClass().add("tag");
      usual.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(usual);
    }
    row.getChildren().add(menu(address));
    row.getStyleClass().add("checkout-choice");
    row.setOnMouseClicked(event -> model.choose(address));
    return row;
  }

  private Node menu(SavedAddress address) {
    MenuItem edit = new MenuItem("Change it");
    edit.setOnAction(event -> model.edit(address));
    MenuItem usual = new MenuItem("Make it the usual one");
    usual.setDisable(address.standard());
    usual.setOnAction(event -> model.makeStandard(address));
    MenuItem remove = new MenuItem("Remove it");
    remove.setOnAction(event -> model.remove(address));
    ContextMenu menu = new ContextMenu(edit, usual, remove);
    Button more = Icons.button(Feather.MORE_HORIZONTAL, "More", () -> {});
    more.setOnAction(event -> menu.show(more, javafx.geometry.Side.BOTTOM, 0, 0));
    return more;
  }

  private Node form() {
    GridPane grid = new GridPane(12, 12);
    int row = 0;
    for (Field field : Field.values()) {
      Node node = field(field);
      GridPane.setHgrow(node, Priority.ALWAYS);
      switch (field) {
        case NAME, LINE1, LINE2 -> grid.add(node, 0, row++, 2, 1);
        case POSTAL_CODE, REGION, PHONE -> grid.add(node, 0, row);
        case CITY, COUNTRY -> grid.add(node, 1, row++);
      }
    }
    CheckBox remember = new CheckBox("Remember this address");
    remember.selectedProperty().bindBidirectional(model.remember());
    shown(remember, model.edited().isNull());
    Button save = new Button("Save the address");
    save.setOnAction(event -> model.save());
    Button back = new Button("Cancel");
    back.getStyleClass().add("quiet");
    back.setOnAction(event -> model.leave());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox ways = new HBox(8, save, back);
    shown(ways, Bindings.isNotEmpty(model.saved()));
    return new VBox(16, grid, remember, ways);
  }

  private Node field(Field field) {
    Label label = new Label(field.label());
    label.getStyleClass().add("t-strong");
    TextField text = new TextField();
    text.setAccessibleText(field.label());
    text.textProperty().bindBidirectional(model.form().field(field));
    label.setLabelFor(text);
    return new VBox(6, label, text);
  }
}
