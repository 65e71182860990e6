package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Motion;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A row that scrolls sideways by arrows, keys and a sideways wheel; nodes are made when they first
/// come near.
final class SideScroller<T> extends Region {
  /// Makes and fills the row's nodes.
  interface Cells<T> {
    Node cell();

    /// @param item null while it is still coming
    void show(Node cell, @Nullable T item);

    double width(double available);

    double height(double width);
  }

  static final double GAP = 20;
  private static final double RING = 4;
  private static final int PENDING = 8;
  private static final double AHEAD = 200;

  private final ObservableList<T> items;
  private final Cells<T> cells;
  private final Supplier<Boolean> pending;
  private final Pane strip = new Pane();
  private final Pane window = new Pane(strip);
  private final DoubleProperty offset = new SimpleDoubleProperty();
  private final Button back =
      Icons.button(Feather.CHEVRON_LEFT, "Back along the shelf", () -> page(-1));
  private final Button on =
      Icons.button(Feather.CHEVRON_RIGHT, "On along the shelf", () -> page(1));
  private final Rectangle clip = new Rectangle();
  private @Nullable Animation moving;
  private Runnable moved = () -> {};
  private final PauseTransition ahead = new PauseTransition(Motion.CALM);
  private boolean near;
  private double target;

  /// @param pending whether items are still to come: the row then shows skeletons
  SideScroller(ObservableList<T> items, Cells<T> cells, Supplier<Boolean> pending) {
    this.items = items;
    this.cells = cells;
    this.pending = pending;
    window.setClip(clip);
    window.setManaged(false);
    for (Button button : List.of(back, on)) {
      button.getStyleClass().add("floating");
      button.setFocusTraversable(false);
      button.setManaged(false);
    }
    getChildren().add(window);
    ahead.setOnFinished(_ -> {
      come();
      requestLayout();
    });
    offset.subscribe(value -> strip.setTranslateX(-value.doubleValue()));
    offset.subscribe(value -> {
      requestLayout();
      moved.run();
    });
    items.addListener((ListChangeListener<T>) change -> refill());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    localToSceneTransformProperty()
        .subscribe(transform -> {
          if (!near) {
            requestLayout();
          }
        });
    setOnScroll(event -> {
      double sideways = event.isShiftDown() ? event.getDeltaY() : event.getDeltaX();
      if (Math.abs(sideways) > 0) {
        stop();
        target = Math.clamp(offset.get() - sideways, 0, most());
        offset.set(target);
        event.consume();
      }
    });
  }

  private ObservableList<Node> nodes() {
    return strip.getChildren();
  }

  private int count() {
    return items.isEmpty() && pending.get() ? PENDING : items.size();
  }

  /// Runs whenever other cells have come into view.
  void onMoved(Runnable listener) {
    moved = listener;
  }

  /// Those of which most is in view.
  SeenWatch.Places places() {
    return new SeenWatch.Places() {
      @Override
      public int first() {
        return (int) Math.ceil((offset.get() - cellWidth() / 4) / (cellWidth() + GAP));
      }

      @Override
      public int end() {
        double right = offset.get() + getWidth() + GAP + cellWidth() / 4;
        return Math.min(items.size(), (int) Math.floor(right / (cellWidth() + GAP)));
      }
    };
  }

  void refill() {
    moved.run();
    ObservableList<Node> nodes = nodes();
    if (nodes.size() > count()) {
      nodes.remove(count(), nodes.size());
    }
    for (int index = 0; index < nodes.size(); index++) {
      cells.show(nodes.get(index), index < items.size() ? items.get(index) : null);
    }
    target = Math.clamp(target, 0, most());
    offset.set(target);
    requestLayout();
  }

  private double cellWidth() {
    return cells.width(getWidth());
  }

  private double most() {
    return Math.max(0, count() * (cellWidth() + GAP) - GAP - getWidth());
  }

  private void page(int direction) {
    double step = cellWidth() + GAP;
    double visible = Math.max(1, Math.floor((getWidth() + GAP) / step));
    moveTo(Math.round((target + direction * visible * step) / step) * step);
  }

  private void moveTo(double wanted) {
    stop();
    target = Math.clamp(wanted, 0, most());
    moving = Motion.move(offset, target, Motion.CALM);
  }

  private void stop() {
    if (moving != null) {
      moving.stop();
    }
  }

  private void key(KeyEvent event) {
    int focused = focused();
    Integer next = focused < 0 || event.isAltDown() ? null : from(focused, event.getCode());
    if (next == null) {
      return;
    }
    event.consume();
    if (next >= 0 && next < items.size()) {
      reveal(next);
      nodes().get(next).requestFocus();
    }
  }

  private @Nullable Integer from(int index, KeyCode key) {
    return switch (key) {
      case RIGHT -> index + 1;
      case LEFT -> index - 1;
      case HOME -> 0;
      case END -> items.size() - 1;
      default -> null;
    };
  }

  private int focused() {
    ObservableList<Node> nodes = nodes();
    for (int index = 0; index < nodes.size(); index++) {
      if (nodes.get(index).isFocused()) {
        return index;
      }
    }
    return -1;
  }

  private void reveal(int index) {
    double step = cellWidth() + GAP;
    double left = index * step;
    if (left < target) {
      moveTo(left);
    } else if (left + cellWidth() > target + getWidth()) {
      moveTo(left + cellWidth() - getWidth());
    }
    make(index + 1);
  }

  /// How far it has scrolled.
  double offset() {
    return target;
  }

  private void make(int wanted) {
    ObservableList<Node> nodes = nodes();
    while (nodes.size() < Math.min(wanted, count())) {
      Node cell = cells.cell();
      int index = nodes.size();
      cells.show(cell, index < items.size() ? items.get(index) : null);
      cell.setManaged(false);
      nodes.add(cell);
    }
  }

  /// Wider cards are taller.
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return cells.height(cells.width(width < 0 ? getWidth() : width));
  }

  /// Nothing is made for a row far below what can be seen, and what is just below has to wait until
  /// the rest was shown.
  private boolean comesNear() {
    if (!near && getScene() != null) {
      double below = localToScene(0, 0).getY() - getScene().getHeight();
      if (below < 0) {
        come();
      } else if (below < AHEAD) {
        ahead.play();
      }
    }
    return near;
  }

  private void come() {
    if (!near) {
      near = true;
      getChildren().addAll(back, on);
    }
  }

  @Override
  protected void layoutChildren() {
    if (!comesNear()) {
      return;
    }
    double width = getWidth();
    double cellWidth = cellWidth();
    double height = cells.height(cellWidth);
    double step = cellWidth + GAP;
    make((int) Math.ceil((Math.max(offset.get(), target) + width) / step) + 1);
    window.resizeRelocate(-RING, -RING, width + 2 * RING, getHeight() + 2 * RING);
    clip.setWidth(width + 2 * RING);
    clip.setHeight(getHeight() + 2 * RING);
    strip.resizeRelocate(RING, RING, count() * step, height);
    ObservableList<Node> nodes = nodes();
    for (int index = 0; index < nodes.size(); index++) {
      Node node = nodes.get(index);
      node.resizeRelocate(index * step, 0, cellWidth, height);
      double x = index * step - offset.get();
      node.setVisible(x < width + step && x + cellWidth > -step);
    }
    back.setVisible(target > 1);
    on.setVisible(target < most() - 1);
    double y = Math.min(height, cellWidth) / 2 - 18;
    back.resizeRelocate(-14, y, 36, 36);
    on.resizeRelocate(width - 22, y, 36, 36);
  }
}
