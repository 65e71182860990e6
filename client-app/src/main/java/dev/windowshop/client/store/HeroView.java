package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Product;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// The first thing one sees: one idea in words, and three pieces in the shop's window.
final class HeroView extends Region {
  private static final double HEIGHT = 328;
  private static final double PAD = 48;
  private static final double[] TALL = {1.16, 1.42, 1.28};
  private static final double MOST_WINDOW = 208;
  private static final double LEAST_WINDOW = 120;
  private static final double AIR = 28;
  private static final int WINDOWS = 3;

  private final ObservableList<Product> pieces;
  private final Consumer<Product> open;
  private final VBox words;
  private final List<PictureView> windows;
  private final Rectangle clip = new Rectangle();

  HeroView(
      ObservableList<Product> pieces,
      Pictures pictures,
      Consumer<Product> open,
      Runnable browse,
      Runnable forYou) {
    this.pieces = pieces;
    this.open = open;
    getStyleClass().add("hero");
    Label title = new Label("Stroll the shop, together.");
    title.getStyleClass().addAll("t-hero", "hero-title");
    title.setWrapText(true);
    Label sentence =
        new Label("Look around, ask whoever made it, and call a friend while you decide.");
    sentence.getStyleClass().addAll("t-emphasis", "hero-sentence");
    sentence.setWrapText(true);
    Button start = new Button("Look around");
    start.getStyleClass().addAll("primary", "large");
    start.setOnAction(event -> browse.run());
    Button mine = new Button("Picked for you");
    mine.getStyleClass().addAll("large", "hero-second");
    mine.setOnAction(event -> forYou.run());
    HBox buttons = new HBox(12, start, mine);
    words = new VBox(16, title, sentence, buttons);
    words.setAlignment(Pos.CENTER_LEFT);
    VBox.setMargin(buttons, new javafx.geometry.Insets(12, 0, 0, 0));
    windows =
        java.util.stream.IntStream.range(0, WINDOWS)
            .mapToObj(index -> window(index, pictures))
            .toList();
    getChildren().add(words);
    getChildren().addAll(windows);
    clip.setArcWidth(40);
    clip.setArcHeight(40);
    setClip(clip);
    pieces.addListener((ListChangeListener<Product>) change -> fill());
    fill();
  }

  private PictureView window(int index, Pictures pictures) {
    PictureView window = PictureView.arch(pictures);
    window.setCursor(Cursor.HAND);
    window.setOnMouseClicked(event -> {
      if (index < pieces.size()) {
        open.accept(pieces.get(index));
      }
    });
    return window;
  }

  private void fill() {
    for (int index = 0; index < WINDOWS; index++) {
      PictureView window = windows.get(index);
      if (index < pieces.size()) {
        Product piece = pieces.get(index);
        var media = piece.media().isEmpty() ? null : piece.media().getFirst();
        window.show(media == null ? null : media.url(), null, piece.color());
      }
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    clip.setWidth(width);
    clip.setHeight(getHeight());
    boolean wide = width > 620;
    double wordsWidth = wide ? Math.min(420, width * 0.42) : width - 2 * PAD;
    words.resizeRelocate(PAD, 0, wordsWidth, getHeight());
    double gap = 16;
    double space = width - 2 * PAD - wordsWidth - AIR;
    int shown = (space - 2 * gap) / WINDOWS >= LEAST_WINDOW ? WINDOWS : WINDOWS - 1;
    double each = Math.floor(Math.min(MOST_WINDOW, (space - (shown - 1) * gap) / shown));
    double from = width - PAD - shown * each - (shown - 1) * gap;
    for (int index = 0; index < WINDOWS; index++) {
      PictureView window = windows.get(index);
      window.setVisible(wide && index < shown && each > 60);
      double height = Math.floor(Math.min(HEIGHT - AIR, each * TALL[index]));
      window.resizeRelocate(Math.floor(from + index * (each + gap)), HEIGHT - height, each, height);
    }
  }
}
