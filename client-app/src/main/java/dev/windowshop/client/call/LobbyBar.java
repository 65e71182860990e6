package dev.windowshop.client.call;

import dev.windowshop.client.shell.look.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Over the page: one waits to be let into a call, or is not. On the FX thread.
final class LobbyBar extends HBox {
  private final Label words = new Label();
  private final Button end = new Button();

  /// @param turnAway waits no longer
  LobbyBar(Runnable turnAway) {
    super(12);
    getStyleClass().add("call-elsewhere");
    setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    end.setMinWidth(Region.USE_PREF_SIZE);
    end.setOnAction(_ -> turnAway.run());
    getChildren().addAll(words, end);
    show(null);
  }

  void show(Lobby.@Nullable Own own) {
    setVisible(own != null);
    setManaged(own != null);
    if (own == null) {
      return;
    }
    String over = own.ended();
    words.setGraphic(Icons.of(over == null ? Feather.CLOCK : Feather.INFO, "icon-small"));
    words.setText(
        over == null
            ? "Waiting to be let into " + own.link().creator().displayName() + "'s call\u2026"
            : over);
    end.setText(over == null ? "Cancel" : "OK");
  }
}
