package dev.windowshop.client.shell;

import dev.windowshop.client.shell.look.Motion;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The place of a card beside what was pressed: to its right, at the height that fits.
final class PopoverPane extends StackPane implements Popovers {
  private static final double GAP = 8;
  private static final double EDGE = 16;

  private @Nullable Node beside;
  private @Nullable Region card;
  private @Nullable Runnable closed;

  PopoverPane() {
    setVisible(false);
    setOnMousePressed(event -> {
      if (event.getTarget() == this) {
        event.consume();
        close();
      }
    });
  }

  @Override
  public void show(Node content, Node anchor, Runnable whenClosed) {
    boolean again = anchor.equals(beside);
    close();
    if (again) {
      whenClosed.run();
      return;
    }
    closed = whenClosed;
    beside = anchor;
    StackPane made = new StackPane(content);
    made.getStyleClass().addAll("floating-card", "popover-card");
    card = made;
    getChildren().setAll(made);
    setVisible(true);
    made.setOpacity(0);
    Motion.move(made.opacityProperty(), 1.0, Motion.QUICK);
    content.requestFocus();
  }

  @Override
  protected void layoutChildren() {
    Region shown = card;
    Node anchor = beside;
    if (shown == null || anchor == null) {
      return;
    }
    Bounds place = sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
    double width = Math.min(shown.prefWidth(-1), getWidth() - 2 * EDGE);
    double height = Math.min(shown.prefHeight(width), getHeight() - 2 * EDGE);
    double x = Math.min(place.getMaxX() + GAP, getWidth() - width - EDGE);
    double y =
        Math.clamp(place.getMaxY() - height, EDGE, Math.max(EDGE, getHeight() - height - EDGE));
    shown.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
  }

  @Override
  public void close() {
    setVisible(false);
    getChildren().clear();
    card = null;
    beside = null;
    Runnable after = closed;
    closed = null;
    if (after != null) {
      after.run();
    }
  }
}
