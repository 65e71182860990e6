package dev.windowshop.client.shell;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Motion;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The place of a sheet.
final class SheetPane extends StackPane implements Sheets {
  private @Nullable Runnable closed;

  SheetPane() {
    getStyleClass().add("scrim");
    setVisible(false);
    setAlignment(Pos.CENTER);
    setPadding(new Insets(24));
    setOnMouseClicked(event -> {
      if (event.getTarget() == this) {
        close();
      }
    });
  }

  @Override
  public void show(Node content, Runnable whenClosed) {
    close();
    closed = whenClosed;
    setPadding(new Insets(24));
    StackPane inside = new StackPane(content);
    inside.getStyleClass().add("sheet");
    ScrollPane scroll = new Tall(inside);
    Button cross = Icons.button(Feather.X, "Close", this::close);
    StackPane.setAlignment(cross, Pos.TOP_RIGHT);
    StackPane.setMargin(cross, new Insets(10));
    StackPane card = new StackPane(scroll, cross);
    card.getStyleClass().add("floating-card");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().setAll(card);
    setVisible(true);
    setOpacity(0);
    Motion.move(opacityProperty(), 1.0, Motion.QUICK);
    // Only then is the content of the scroll pane in the scene, and can take what is typed.
    card.applyCss();
    card.layout();
    Node field = content.lookup(".text-input");
    (field == null ? content : field).requestFocus();
  }

  /// Escape: what is above the content goes first.
  void escape() {
    boolean above =
        !getChildren().isEmpty()
            && getChildren().getFirst() instanceof Layered content
            && content.closeTop();
    if (!above) {
      close();
    }
  }

  @Override
  public void fill(Node content, Runnable whenClosed) {
    close();
    closed = whenClosed;
    setPadding(Insets.EMPTY);
    getChildren().setAll(content);
    setVisible(true);
    setOpacity(0);
    Motion.move(opacityProperty(), 1.0, Motion.QUICK);
    content.requestFocus();
  }

  /// As high as its content is at its own width: words that wrap are higher than they seem.
  private static final class Tall extends ScrollPane {
    private final StackPane content;

    Tall(StackPane content) {
      super(content);
      this.content = content;
      setFitToWidth(true);
      setHbarPolicy(ScrollBarPolicy.NEVER);
      getStyleClass().add("sheet-scroll");
    }

    @Override
    protected double computePrefHeight(double width) {
      double inside = content.prefHeight(Math.ceil(content.prefWidth(-1)));
      return Math.ceil(inside) + snappedTopInset() + snappedBottomInset() + 2;
    }
  }

  @Override
  public void close() {
    setVisible(false);
    getChildren().clear();
    Runnable after = closed;
    closed = null;
    if (after != null) {
      after.run();
    }
  }
}
