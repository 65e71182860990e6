package dev.windowshop.client.store;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What changed since things were put into the cart, and going along with it: nothing is paid for
/// before that. Takes no place while nothing changed.
public final class CartChangesView extends HBox {
  private final VBox words = new VBox(4);
  private final Button settle = new Button("That's fine");

  /// @param settle goes along with all of it
  public CartChangesView(ObservableList<CartLine> lines, Runnable settle) {
    super(20);
    getStyleClass().addAll("card", "cart-changes");
    setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    this.settle.setMinWidth(USE_PREF_SIZE);
    this.settle.setOnAction(event -> settle.run());
    getChildren().addAll(words, this.settle);
    lines.addListener((ListChangeListener<CartLine>) change -> fill(lines));
    fill(lines);
  }

  private void fill(List<CartLine> lines) {
    List<String> changes = lines.stream().flatMap(line -> of(line).stream()).toList();
    Label heading = new Label(changes.size() == 1 ? "Something changed" : "Some things changed");
    heading.getStyleClass().add("t-strong");
    words.getChildren().setAll(heading);
    for (String change : changes) {
      Label sentence = new Label(change);
      sentence.setWrapText(true);
      sentence.setMinHeight(USE_PREF_SIZE);
      words.getChildren().add(sentence);
    }
    setVisible(!changes.isEmpty());
    setManaged(!changes.isEmpty());
  }

  /// What there is to say of a line, in sentences; nothing when it is as it was.
  public static List<String> of(CartLine line) {
    String title = line.product().title();
    List<String> found = new ArrayList<>();
    if (line.soldOut()) {
      found.add(title + " is sold out. It waits for you among what you saved for later.");
      return found;
    }
    if (line.priceChanged()) {
      found.add(
          title
              + " costs "
              + Prices.text(line.variant().price())
              + " now; it was "
              + Prices.text(line.agreed())
              + ".");
    }
    if (line.tooMany()) {
      found.add(
          "Only "
              + line.variant().stock()
              + " of "
              + title
              + " "
              + (line.variant().stock() == 1 ? "is" : "are")
              + " left; you wanted "
              + line.quantity()
              + ".");
    }
    return found;
  }
}
