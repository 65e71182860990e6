package dev.windowshop.client.chat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// At the button that sends: held, or clicked with the other button, it offers times to come. Made
/// and used on the FX thread.
final class LaterMenu {
  private static final Duration HELD = Duration.millis(500);

  private final Button send;
  private final LaterViewModel model;
  private final BooleanSupplier offered;
  private final ChatContext context;
  private final Consumer<Instant> chosen;
  private final Runnable closed;
  private final PauseTransition hold = new PauseTransition(HELD);
  private @Nullable ContextMenu menu;

  /// @param offered false while what is written can't be sent later
  /// @param chosen told of the time
  /// @param closed run when nothing floats any more
  LaterMenu(
      Button send,
      LaterViewModel model,
      BooleanSupplier offered,
      ChatContext context,
      Consumer<Instant> chosen,
      Runnable closed) {
    this.send = send;
    this.model = model;
    this.offered = offered;
    this.context = context;
    this.chosen = chosen;
    this.closed = closed;
    hold.setOnFinished(_ -> {
      if (send.isArmed() && offered.getAsBoolean()) {
        // Let go over the button, it does not send.
        send.disarm();
        show();
      }
    });
    send.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            hold.playFromStart();
          }
        });
    send.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> hold.stop());
    send.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          event.consume();
          show();
        });
  }

  /// Does nothing while there is nothing to send.
  void show() {
    if (!send.isVisible() || !offered.getAsBoolean()) {
      return;
    }
    hide();
    ContextMenu now = new ContextMenu();
    now.getStyleClass().add("later-menu");
    for (LaterChoices.Choice choice : model.choices()) {
      MenuItem item = new MenuItem(choice.name() + " · " + model.clock(choice.at()));
      item.setOnAction(_ -> chosen.accept(choice.at()));
      now.getItems().add(item);
    }
    MenuItem pick = new MenuItem("Pick date and time…");
    pick.setOnAction(_ -> pick());
    now.getItems().addAll(new SeparatorMenuItem(), pick);
    menu = now;
    // Over the button and to its left: it stands at the edge of the window.
    Bounds at = send.localToScreen(send.getBoundsInLocal());
    now.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_RIGHT);
    now.show(send, at.getMaxX(), at.getMinY() - 6);
  }

  private void pick() {
    LaterTimePane pane =
        new LaterTimePane(
            "Send later",
            "Schedule",
            model,
            model.choices().getLast().at(),
            at -> {
              context.sheets().close();
              chosen.accept(at);
              return CompletableFuture.completedFuture("");
            },
            () -> context.sheets().close());
    context.sheets().show(pane, closed);
  }

  void hide() {
    ContextMenu open = menu;
    if (open != null) {
      open.hide();
      menu = null;
    }
  }
}
