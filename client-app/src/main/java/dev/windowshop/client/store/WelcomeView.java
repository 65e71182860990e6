package dev.windowshop.client.store;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.look.Icons;
import java.time.LocalTime;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The top of the first page for somebody who is known: a greeting, and what waits for them.
final class WelcomeView extends VBox {
  private final Consumer<Destination> go;

  WelcomeView(Consumer<Destination> go) {
    super(14);
    this.go = go;
    getStyleClass().add("welcome");
  }

  void show(Welcome welcome) {
    Label greeting = new Label(greeting(LocalTime.now()) + ", " + first(welcome.name()) + ".");
    greeting.getStyleClass().add("t-page");
    greeting.setWrapText(true);
    getChildren().setAll(greeting);
    FlowPane notes = new FlowPane(10, 10);
    welcome.notes().forEach(note -> notes.getChildren().add(note(note)));
    if (notes.getChildren().isEmpty()) {
      Label quiet = new Label("Nothing is on its way, nothing in the cart. Have a look around.");
      quiet.getStyleClass().addAll("t-emphasis", "t-muted");
      getChildren().add(quiet);
    } else {
      getChildren().add(notes);
    }
  }

  private Node note(Welcome.Note note) {
    Feather icon =
        switch (note.kind()) {
          case ORDER -> Feather.PACKAGE;
          case CART -> Feather.SHOPPING_BAG;
          case WISH -> Feather.HEART;
        };
    Button button = new Button(note.text(), Icons.of(icon, "icon-accent"));
    button.getStyleClass().addAll("welcome-note");
    button.setAlignment(Pos.CENTER_LEFT);
    button.setOnAction(event -> go.accept(note.where()));
    return button;
  }

  static String greeting(LocalTime now) {
    if (now.getHour() < 5) {
      return "Still up";
    }
    if (now.getHour() < 12) {
      return "Good morning";
    }
    return now.getHour() < 18 ? "Good afternoon" : "Good evening";
  }

  private static String first(String name) {
    int space = name.strip().indexOf(' ');
    return space < 0 ? name.strip() : name.strip().substring(0, space);
  }
}
