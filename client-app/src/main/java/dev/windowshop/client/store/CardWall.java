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

  /// Those whose rows are in view, most of each.
  SeenWatch.Places placesIn(Region view) {
    return new SeenWatch.Places() {
      @Override
      public int first() {
        return row(view.localToScene(0, 0).getY(), 0.75) * CardGrid.columns(getWidth());
      }

      @Override
      public int end() {
        double bottom = view.localToScene(0, 0).getY() + view.getHeight();
        return row(bottom, 0.25) * CardGrid.columns(getWidth());
      }

      /// The first row of which no more than the share lies above a line.
      private int row(double sceneY, double share) {
        double rows = (sceneY - localToScene(0, 0).getY()) / rowHeight(getWidth());
        return Math.max(0, (int) Math.floor(rows + share));
      }
    };
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
