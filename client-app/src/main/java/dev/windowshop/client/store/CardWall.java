package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Product;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// A few dozen cards in rows, in the columns of the grid.
final class CardWall extends Region {
  private static final double ROW_GAP = 28;

  CardWall(List<Product> products, Pictures pictures, CardActions actions) {
    for (Product product : products) {
      ProductCard card = new ProductCard(pictures, actions);
      card.show(product);
      getChildren().add(card);
    }
  }

  private static double rowHeight(double width) {
    return ProductCard.heightFor(CardGrid.cardWidth(width)) + ROW_GAP;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width < 0 ? getWidth() : width;
    return Math.ceilDiv(getChildren().size(), CardGrid.columns(wide)) * rowHeight(wide);
  }

  @Override
  protected void layoutChildren() {
    int columns = CardGrid.columns(getWidth());
    double cardWidth = CardGrid.cardWidth(getWidth());
    List<Node> cards = getChildren();
    for (int index = 0; index < cards.size(); index++) {
      cards
          .get(index)
          .resizeRelocate(
              index % columns * (cardWidth + SideScroller.GAP),
              index / columns * rowHeight(getWidth()),
              cardWidth,
              ProductCard.heightFor(cardWidth));
    }
  }
}
