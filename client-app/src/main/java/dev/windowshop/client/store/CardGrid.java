package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Product;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A grid of product cards inside a scrolling page, as tall as all of them, with nodes only for the
/// rows in view: a row that leaves at one end is shown again at the other.
final class CardGrid extends Region {
  private static final double LEAST_CARD = 188;
  private static final double GAP = SideScroller.GAP;
  private static final double ROW_GAP = 28;
  private static final int PENDING = 12;

  private final ProductListViewModel model;
  private final Pictures pictures;
  private final CardActions actions;
  private final PageScroll scroll;
  private final Pane cells = new Pane();
  private final List<Row> rows = new ArrayList<>();

  private static final class Row {
    private final List<ProductCard> cards = new ArrayList<>();
    private int index = -1;
  }

  CardGrid(ProductListViewModel model, Pictures pictures, CardActions actions, PageScroll scroll) {
    this.model = model;
    this.pictures = pictures;
    this.actions = actions;
    this.scroll = scroll;
    cells.setManaged(false);
    getChildren().add(cells);
    model.items().addListener((ListChangeListener<Product>) change -> changed());
    model.total().subscribe(total -> changed());
    scroll.vvalueProperty().subscribe(value -> showRows());
    scroll.viewportBoundsProperty().subscribe(bounds -> showRows());
    localToSceneTransformProperty().subscribe(transform -> showRows());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /// As many columns as a row of this width has, on every shelf too.
  static int columns(double width) {
    return Math.max(2, (int) ((width + GAP) / (LEAST_CARD + GAP)));
  }

  static double cardWidth(double width) {
    int columns = columns(width);
    return Math.floor((width - (columns - 1) * GAP) / columns);
  }

  private int count() {
    return model.total().get() < 0 ? PENDING : model.total().get();
  }

  private static double rowHeight(double width) {
    return ProductCard.heightFor(cardWidth(width)) + ROW_GAP;
  }

  private void changed() {
    rows.forEach(row -> row.index = -1);
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width < 0 ? getWidth() : width;
    int columns = columns(wide);
    return Math.ceilDiv(count(), columns) * rowHeight(wide);
  }

  @Override
  protected void layoutChildren() {
    cells.resizeRelocate(0, 0, getWidth(), getHeight());
    showRows();
  }

  private void showRows() {
    double width = getWidth();
    double height = scroll.getViewportBounds().getHeight();
    if (width <= 0 || height <= 0 || getScene() == null) {
      return;
    }
    double top = scroll.localToScene(0, 0).getY() - localToScene(0, 0).getY();
    double rowHeight = rowHeight(width);
    int columns = columns(width);
    int all = Math.ceilDiv(count(), columns);
    int first = Math.max(0, (int) Math.floor(top / rowHeight));
    int last = Math.min(all - 1, (int) Math.floor((top + height) / rowHeight));
    if (last >= first) {
      model.need(Math.min(count(), (last + 3) * columns) - 1);
    }
    for (Row row : rows) {
      if (row.index < first || row.index > last) {
        row.index = -1;
      }
    }
    for (int index = first; index <= last; index++) {
      place(index, columns, width, rowHeight);
    }
    for (Row row : rows) {
      boolean shown = row.index >= 0;
      for (int column = 0; column < row.cards.size(); column++) {
        row.cards
            .get(column)
            .setVisible(shown && column < columns && row.index * columns + column < count());
      }
    }
  }

  private void place(int index, int columns, double width, double rowHeight) {
    Row row = find(index);
    row.index = index;
    double cardWidth = cardWidth(width);
    for (int column = 0; column < columns; column++) {
      if (row.cards.size() <= column) {
        ProductCard card = new ProductCard(pictures, actions);
        card.setManaged(false);
        row.cards.add(card);
        cells.getChildren().add(card);
      }
      ProductCard card = row.cards.get(column);
      int at = index * columns + column;
      card.show(at < model.items().size() ? model.items().get(at) : null);
      card.resizeRelocate(
          column * (cardWidth + GAP),
          index * rowHeight,
          cardWidth,
          ProductCard.heightFor(cardWidth));
    }
  }

  private Row find(int index) {
    Row free = null;
    for (Row row : rows) {
      if (row.index == index) {
        return row;
      }
      if (row.index < 0) {
        free = row;
      }
    }
    if (free == null) {
      free = new Row();
      rows.add(free);
    }
    return free;
  }

  private void key(KeyEvent event) {
    int focused = focused();
    if (focused < 0 || event.isAltDown()) {
      return;
    }
    Integer step = step(event.getCode());
    if (step == null) {
      return;
    }
    int next = focused + step;
    if (next < 0 && event.getCode() == KeyCode.UP) {
      return;
    }
    event.consume();
    if (next >= 0 && next < Math.min(count(), model.items().size())) {
      reveal(next);
      ProductCard card = card(next);
      if (card != null) {
        card.requestFocus();
      }
    }
  }

  private @Nullable Integer step(KeyCode key) {
    return switch (key) {
      case RIGHT -> 1;
      case LEFT -> -1;
      case DOWN -> columns(getWidth());
      case UP -> -columns(getWidth());
      default -> null;
    };
  }

  private void reveal(int index) {
    double rowHeight = rowHeight(getWidth());
    double y = index / columns(getWidth()) * rowHeight;
    double gridTop =
        localToScene(0, 0).getY() - scroll.localToScene(0, 0).getY() + scroll.scrolled();
    double height = scroll.getViewportBounds().getHeight();
    double top = gridTop + y;
    if (top < scroll.scrolled()) {
      scroll.scrollTo(top - ROW_GAP);
    } else if (top + rowHeight > scroll.scrolled() + height) {
      scroll.scrollTo(top + rowHeight - height);
    }
    showRows();
  }

  private int focused() {
    for (Row row : rows) {
      for (int column = 0; column < row.cards.size(); column++) {
        if (row.index >= 0 && row.cards.get(column).isFocused()) {
          return row.index * columns(getWidth()) + column;
        }
      }
    }
    return -1;
  }

  private @Nullable ProductCard card(int index) {
    int columns = columns(getWidth());
    for (Row row : rows) {
      if (row.index == index / columns) {
        return row.cards.get(index % columns);
      }
    }
    return null;
  }
}
