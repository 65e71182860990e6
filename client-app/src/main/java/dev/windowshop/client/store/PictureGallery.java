package dev.windowshop.client.store;

import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Product;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A product's pictures: one large, the others small below it.
final class PictureGallery extends Region {
  private static final double THUMB = 72;
  private static final double GAP = 12;
  private static final double MOST = 640;
  private static final int MOST_THUMBS = 7;
  private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

  private final Pictures pictures;
  private final Sheets sheets;
  private final PictureView large;
  private final List<PictureView> thumbs = new ArrayList<>();
  private List<Product.Media> media = List.of();
  private String color = "";
  private int selected;
  private final FontIcon closer = Icons.of(Feather.ZOOM_IN);
  private final StackPane hint = new StackPane(closer);

  PictureGallery(Pictures pictures, Sheets sheets) {
    this.pictures = pictures;
    this.sheets = sheets;
    large = new PictureView(pictures, 20);
    large.getStyleClass().add("large-picture");
    large.getStyleClass().add("focus-ring");
    large.setCursor(Cursor.HAND);
    large.setFocusTraversable(true);
    large.setOnMouseClicked(event -> enlarge());
    large.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        enlarge();
        event.consume();
      }
    });
    hint.getStyleClass().add("enlarge-hint");
    hint.setMouseTransparent(true);
    hint.visibleProperty().bind(large.hoverProperty().or(large.focusedProperty()));
    getChildren().addAll(large, hint);
  }

  /// The pictures over the whole window.
  private void enlarge() {
    if (!media.isEmpty()) {
      sheets.fill(new PictureViewer(pictures, media, selected, sheets::close), large::requestFocus);
    }
  }

  void show(Product product) {
    String tint = product.color() == null ? "" : product.color();
    if (product.media().equals(media) && tint.equals(color)) {
      return;
    }
    media = product.media();
    color = tint;
    getChildren().removeAll(thumbs);
    thumbs.clear();
    for (int index = 0; index < Math.min(media.size(), MOST_THUMBS) && media.size() > 1; index++) {
      thumbs.add(thumb(index, product));
    }
    getChildren().addAll(thumbs);
    select(0, product);
  }

  private PictureView thumb(int index, Product product) {
    PictureView thumb = new PictureView(pictures, 12);
    thumb.getStyleClass().addAll("thumb", "focus-ring");
    thumb.show(media.get(index).url(), media.get(index).thumbUrl(), product.color());
    thumb.setCursor(Cursor.HAND);
    thumb.setFocusTraversable(true);
    thumb.setOnMouseClicked(event -> select(index, product));
    thumb.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        select(index, product);
        event.consume();
      }
    });
    return thumb;
  }

  private void select(int index, Product product) {
    selected = index;
    if (media.isEmpty()) {
      large.show(null, null, product.color());
    } else {
      Product.Media shown = media.get(index);
      large.show(shown.url(), shown.thumbUrl(), product.color());
      large.setAccessibleText(shown.alt());
    }
    for (int each = 0; each < thumbs.size(); each++) {
      thumbs.get(each).pseudoClassStateChanged(SHOWN, each == index);
    }
  }

  private static double side(double width) {
    return Math.min(width, MOST);
  }

  @Override
  protected double computePrefHeight(double width) {
    double side = side(width < 0 ? getWidth() : width);
    return side + (thumbs.isEmpty() ? 0 : GAP + thumbSide(side));
  }

  @Override
  protected void layoutChildren() {
    double side = side(getWidth());
    large.resizeRelocate(0, 0, side, side);
    hint.resizeRelocate(side - 56, 16, 40, 40);
    double each = thumbSide(side);
    for (int index = 0; index < thumbs.size(); index++) {
      thumbs.get(index).resizeRelocate(index * (each + GAP), side + GAP, each, each);
    }
  }

  /// They shrink rather than reach beyond the picture above them.
  private double thumbSide(double side) {
    int count = Math.max(1, thumbs.size());
    return Math.floor(Math.min(THUMB, (side - GAP * (count - 1)) / count));
  }
}
