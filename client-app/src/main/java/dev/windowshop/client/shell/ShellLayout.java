package dev.windowshop.client.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Rail, middle and dock side by side; below [#NARROW] the rail shows icons only and the dock lies
/// over the middle's edge as a drawer.
final class ShellLayout extends Pane {
  static final double NARROW = 1100;
  private static final double RAIL_WIDE = 204;
  private static final double RAIL_COMPACT = 72;
  private static final double MIDDLE_LEAST = 420;

  private final Region rail;
  private final Region middle;
  private final DockPane dock;
  private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();

  ShellLayout(Region rail, Region middle, DockPane dock) {
    this.rail = rail;
    this.middle = middle;
    this.dock = dock;
    getChildren().addAll(middle, rail, dock);
    widthProperty().subscribe(width -> narrow.set(width.doubleValue() < NARROW));
    dock.open().subscribe(open -> requestLayout());
    dock.preferredWidth().subscribe(width -> requestLayout());
    narrow.subscribe(dock::setDrawer);
  }

  ReadOnlyBooleanProperty narrow() {
    return narrow.getReadOnlyProperty();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double railWidth = narrow.get() ? RAIL_COMPACT : RAIL_WIDE;
    double dockWidth =
        Math.min(
            dock.preferredWidth().get(),
            narrow.get() ? width - railWidth : width - railWidth - MIDDLE_LEAST);
    boolean beside = dock.open().get() && !narrow.get();
    rail.resizeRelocate(0, 0, railWidth, height);
    middle.resizeRelocate(railWidth, 0, width - railWidth - (beside ? dockWidth : 0), height);
    dock.resizeRelocate(width - dockWidth, 0, dockWidth, height);
  }
}
