package dev.windowshop.client.call;

import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.client.shell.look.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Which screen or window to share.
final class SharingView extends VBox {
  private final CallView.Actions actions;
  private final VBox choices = new VBox(4);

  SharingView(CallViewModel model, CallView.Actions actions) {
    super(8);
    this.actions = actions;
    getStyleClass().add("call-devices");
    Label title = new Label("Share a screen or a window");
    title.getStyleClass().add("t-strong");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head =
        new HBox(title, Icons.button(Feather.X, "Close", () -> model.choosingScreen().set(false)));
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, choices);
    model.screens().subscribe(this::fill);
  }

  private void fill(@Nullable List<ScreenSource> found) {
    choices.getChildren().clear();
    if (found == null || found.isEmpty()) {
      Label none =
          new Label(found == null ? "Looking…" : "There is nothing here that can be shared.");
      none.getStyleClass().add("t-muted");
      choices.getChildren().add(none);
      return;
    }
    int screens = 0;
    for (ScreenSource source : found) {
      boolean isScreen = source.kind() == ScreenSource.Kind.SCREEN;
      screens += isScreen ? 1 : 0;
      String name = isScreen ? "Screen " + screens : source.title();
      Button button =
          new Button(name, Icons.of(isScreen ? Feather.MONITOR : Feather.SQUARE, "icon-small"));
      button.getStyleClass().add("quiet");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMinWidth(0);
      button.setAlignment(Pos.CENTER_LEFT);
      button.setOnAction(_ -> actions.share(source));
      choices.getChildren().add(button);
    }
  }
}
