package dev.windowshop.client.call;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// What can be done about somebody in the call.
final class TileMenu {
  private TileMenu() {}

  static ContextMenu of(TileViewModel model, CallView.Actions actions) {
    MenuItem hear = new MenuItem();
    model.deaf().subscribe(deaf -> hear.setText(deaf ? "Hear them again" : "Don't hear them here"));
    hear.setOnAction(_ -> actions.setDeaf(model.userId(), !model.deaf().get()));
    MenuItem code = new MenuItem();
    code.setDisable(true);
    model.code().subscribe(digits -> code.setText("Code to compare with theirs: " + digits));
    code.visibleProperty().bind(model.code().isNotEmpty());
    return new ContextMenu(hear, code);
  }
}
