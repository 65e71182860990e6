package dev.windowshop.client.call;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.Call;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Over the page: one is in a call on another device, and the way to move it here. On the FX
/// thread.
final class ElsewhereBar extends HBox {
  private final Label words = new Label();
  private Desk.@Nullable Elsewhere shown;

  /// @param move takes over the call of a conversation
  ElsewhereBar(Consumer<String> move) {
    super(12);
    getStyleClass().add("call-elsewhere");
    setAlignment(Pos.CENTER_LEFT);
    words.setGraphic(Icons.of(Feather.PHONE_CALL, "icon-small"));
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button here = new Button("Move it here");
    here.getStyleClass().add("primary");
    here.setMinWidth(Region.USE_PREF_SIZE);
    here.setOnAction(_ -> {
      Desk.Elsewhere call = shown;
      if (call != null) {
        move.accept(call.conversationId());
      }
    });
    getChildren().addAll(words, here);
    show(null);
  }

  void show(Desk.@Nullable Elsewhere call) {
    shown = call;
    setVisible(call != null);
    setManaged(call != null);
    if (call != null) {
      words.setText(words(call.device()));
    }
  }

  private static String words(Call.@Nullable Device device) {
    String name = device == null ? null : device.device();
    return name == null ? "You're in a call on another device" : "You're in a call on " + name;
  }
}
