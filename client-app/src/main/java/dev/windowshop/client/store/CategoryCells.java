package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Category;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Categories as illustrated chips.
record CategoryCells(Pictures pictures, Consumer<Category> open)
    implements SideScroller.Cells<Category> {
  private static final double WIDTH = 184;
  private static final double HEIGHT = 72;

  @Override
  public Node cell() {
    return new Chip(pictures, open);
  }

  @Override
  public void show(Node cell, @Nullable Category item) {
    ((Chip) cell).show(item);
  }

  @Override
  public double width(double available) {
    int columns = Math.max(2, (int) ((available + SideScroller.GAP) / (WIDTH + SideScroller.GAP)));
    return Math.floor((available - (columns - 1) * SideScroller.GAP) / columns);
  }

  @Override
  public double height(double width) {
    return HEIGHT;
  }

  private static final class Chip extends Region {
    private static final double PAD = 8;
    private final PictureView picture;
    private final Label name = new Label();
    private final Label count = new Label();
    private @Nullable Category category;

    Chip(Pictures pictures, Consumer<Category> open) {
      picture = new PictureView(pictures, 10);
      getStyleClass().addAll("category-chip", "focus-ring");
      name.getStyleClass().add("category-name");
      count.getStyleClass().add("category-count");
      setFocusTraversable(true);
      getChildren().addAll(picture, name, count);
      setOnMouseClicked(event -> open(open));
      setOnKeyPressed(event -> {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
          open(open);
          event.consume();
        }
      });
    }

    private void open(Consumer<Category> open) {
      if (category != null) {
        open.accept(category);
      }
    }

    void show(@Nullable Category next) {
      category = next;
      if (next != null) {
        name.setText(next.name());
        count.setText(next.productCount() == 1 ? "1 piece" : next.productCount() + " pieces");
        picture.show(next.imageUrl(), next.imageUrl(), next.color());
        setAccessibleText(next.name());
      }
    }

    @Override
    protected void layoutChildren() {
      double side = getHeight() - 2 * PAD;
      picture.resizeRelocate(PAD, PAD, side, side);
      double x = PAD + side + 12;
      double width = getWidth() - x - PAD;
      name.resizeRelocate(x, getHeight() / 2 - 19, width, 19);
      count.resizeRelocate(x, getHeight() / 2, width, 18);
    }
  }
}
