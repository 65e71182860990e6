package dev.windowshop.client.call;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Places the tiles: with one other person they fill the place and oneself sits in a corner of it;
/// with more, everybody has the same room. Tiles are 16 : 9.
final class TilesPane extends Pane {
  private static final double GAP = 8;
  private static final double INSET = 10;
  private static final double RATIO = 9.0 / 16;
  private static final double CORNER_SHARE = 0.36;
  private static final double CORNER_HEIGHT_SHARE = 0.42;
  private static final double CORNER_MOST = 240;

  private static final double STRIP_SHARE = 0.24;

  private boolean firstLarge;

  TilesPane() {
    getStyleClass().add("call-tiles");
  }

  /// @param firstLarge the first one fills the place, the others are a row below it
  void setTiles(List<TileView> tiles, boolean firstLarge) {
    this.firstLarge = firstLarge;
    getChildren().setAll(tiles);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 360;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = (width <= 0 ? 360 : width) - snappedLeftInset() - snappedRightInset();
    int count = getChildren().size();
    double insets = snappedTopInset() + snappedBottomInset();
    if (count <= 2 && !firstLarge) {
      return Math.ceil(inner * RATIO) + insets;
    }
    if (firstLarge) {
      return Math.ceil(inner * RATIO + GAP + inner * STRIP_SHARE * RATIO) + insets;
    }
    int columns = columns(count, inner);
    int rows = (count + columns - 1) / columns;
    double cell = (inner - (columns - 1) * GAP) / columns;
    return Math.ceil(rows * cell * RATIO + (rows - 1) * GAP) + insets;
  }

  @Override
  protected void layoutChildren() {
    List<Node> tiles = getManagedChildren();
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = getWidth() - left - snappedRightInset();
    double height = getHeight() - top - snappedBottomInset();
    if (tiles.size() <= 2 && !firstLarge) {
      for (Node tile : tiles) {
        boolean corner = tiles.size() == 2 && tile == tiles.getLast();
        if (corner) {
          double w = Math.floor(cornerWidth(width, height));
          double h = Math.floor(w * RATIO);
          tile.resizeRelocate(left + width - w - INSET, top + height - h - INSET, w, h);
        } else {
          tile.resizeRelocate(left, top, width, height);
        }
      }
      return;
    }
    if (firstLarge) {
      placeFirstLarge(tiles, left, top, width, height);
      return;
    }
    int columns = columns(tiles.size(), width);
    int rows = (tiles.size() + columns - 1) / columns;
    double w = (width - (columns - 1) * GAP) / columns;
    double h = (height - (rows - 1) * GAP) / rows;
    for (int i = 0; i < tiles.size(); i++) {
      tiles
          .get(i)
          .resizeRelocate(left + i % columns * (w + GAP), top + i / columns * (h + GAP), w, h);
    }
  }

  private static double cornerWidth(double width, double height) {
    double fits = Math.min(width * CORNER_SHARE, height * CORNER_HEIGHT_SHARE / RATIO);
    return Math.min(CORNER_MOST, fits);
  }

  private static void placeFirstLarge(
      List<Node> tiles, double left, double top, double width, double height) {
    int others = tiles.size() - 1;
    double w = Math.min(width * STRIP_SHARE, (width - (others - 1) * GAP) / others);
    double h = Math.floor(w * RATIO);
    tiles.getFirst().resizeRelocate(left, top, width, height - h - GAP);
    double start = left + (width - others * w - (others - 1) * GAP) / 2;
    for (int i = 1; i <= others; i++) {
      tiles.get(i).resizeRelocate(start + (i - 1) * (w + GAP), top + height - h, w, h);
    }
  }

  private static int columns(int count, double width) {
    return count > 4 && width > 420 ? 3 : 2;
  }
}
