package dev.windowshop.client.shell.look;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// A page that scrolls up and down and is never scrolled sideways.
public final class PageScroll extends ScrollPane {
  private static final double LINE = 56;

  public PageScroll(Node content) {
    super(content);
    getStyleClass().add("page-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    addEventFilter(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        event -> {
          double page = getViewportBounds().getHeight() - LINE;
          switch (event.getCode()) {
            case PAGE_DOWN -> scrollBy(page);
            case PAGE_UP -> scrollBy(-page);
            default -> {
              return;
            }
          }
          event.consume();
        });
  }

  public double scrolled() {
    return getVvalue() * spare();
  }

  public void scrollTo(double pixels) {
    double spare = spare();
    setVvalue(spare <= 0 ? 0 : Math.clamp(pixels / spare, 0, 1));
  }

  private void scrollBy(double pixels) {
    scrollTo(scrolled() + pixels);
  }

  private double spare() {
    return getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
  }
}
