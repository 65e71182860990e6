package dev.windowshop.client.call;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/// What can be done about somebody in the call.
final class TileMenu {
  private TileMenu() {}

  static ContextMenu of(TileViewModel model, CallView.Actions actions) {
    MenuItem hear = new MenuItem();
    model.deaf().subscribe(deaf -> hear.setText(deaf ? "Hear them again" : "Don't hear them here"));
    hear.setOnAction(_ -> actions.setDeaf(model.userId(), !model.deaf().get()));
    Label digits = new Label();
    digits.getStyleClass().addAll("t-strong", "t-figures");
    digits.textProperty().bind(model.code());
    Label words = new Label("Code to compare with theirs");
    words.getStyleClass().add("t-muted");
    CustomMenuItem code = new CustomMenuItem(new VBox(2, words, digits), false);
    code.visibleProperty().bind(model.code().isNotEmpty());
    MenuItem out = new MenuItem("Put them out of the call");
    out.getStyleClass().add("danger");
    out.visibleProperty().bind(model.guest());
    out.setOnAction(_ -> actions.removeGuest(model.userId()));
    return new ContextMenu(hear, code, out);
  }
}
