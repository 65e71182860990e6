package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Product;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Product cards on a shelf, as wide as those of the grid.
record CardCells(Pictures pictures, CardActions actions) implements SideScroller.Cells<Product> {
  @Override
  public Node cell() {
    return new ProductCard(pictures, actions);
  }

  @Override
  public void show(Node cell, @Nullable Product item) {
    ((ProductCard) cell).show(item);
  }

  @Override
  public double width(double available) {
    return CardGrid.cardWidth(available);
  }

  @Override
  public double height(double width) {
    return ProductCard.heightFor(width);
  }
}
