package dev.windowshop.client.call;

import dev.windowshop.client.shell.look.Icons;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One's own links into calls, to be copied and taken back; takes no room while there are none. On
/// the FX thread.
final class OwnLinksView extends VBox {
  private final OwnLinksViewModel model;
  private final Consumer<String> copy;
  private final VBox list = new VBox();

  /// @param copy told the token of a link
  OwnLinksView(OwnLinksViewModel model, Consumer<String> copy) {
    super(4);
    this.model = model;
    this.copy = copy;
    Label title = new Label("Your links into calls");
    title.getStyleClass().add("t-strong");
    getChildren().addAll(title, list);
    CallView.shownWhile(this, Bindings.isNotEmpty(model.rows()));
    model.rows().subscribe(this::fill);
    fill();
  }

  private void fill() {
    list.getChildren().setAll(model.rows().stream().map(this::row).toList());
  }

  private Node row(OwnLinksViewModel.Row row) {
    Label name = new Label(row.title());
    name.getStyleClass().add("t-strong");
    name.setMinWidth(0);
    Label line = new Label(row.line());
    line.getStyleClass().add("t-muted");
    line.setMinWidth(0);
    VBox words = new VBox(name, line);
    words.getStyleClass().add("call-ringing-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox all =
        new HBox(
            Icons.of(Feather.LINK, "icon-muted"),
            words,
            Icons.button(Feather.COPY, "Copy the link", () -> copy.accept(row.token())),
            Icons.button(Feather.TRASH_2, "Take it back", () -> model.revoke(row)));
    all.getStyleClass().add("call-history-row");
    all.setMinHeight(Region.USE_PREF_SIZE);
    return all;
  }
}
