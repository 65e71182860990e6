package dev.windowshop.client.store;

import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.Product;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A product's page: pictures and words on the left, the choice on the right; one above the other
/// where there is no room.
public final class ProductView implements Page {
  private final ProductViewModel model;
  private final ReviewsViewModel reviews;
  private final PageScroll scroll;
  private final SeenWatch seen;
  private final PictureGallery gallery;
  private final DescriptionView description = new DescriptionView();

  public ProductView(ProductViewModel model, ReviewsViewModel reviews, StoreContext context) {
    this.reviews = reviews;
    this.model = model;
    StoreActions actions = new StoreActions(context);
    gallery = new PictureGallery(context.pictures(), context.sheets());
    BuyPanel buy = new BuyPanel(model, context, actions);
    Label about = new Label("About it");
    about.getStyleClass().add("t-section");
    VBox words = new VBox(12, about, description);
    VBox text = new VBox(words, new ReviewsView(reviews, context, model.id()));
    text.getStyleClass().add("product-text");
    text.visibleProperty().bind(model.product().isNotNull());
    Columns columns = new Columns(gallery, buy, text);
    Shelf<Product> similar =
        new Shelf<>(
            "More like it",
            model.similar(),
            new CardCells(context.pictures(), actions),
            model.similarKnown());
    Shelf<Product> together =
        new Shelf<>(
            "Often bought together",
            model.together(),
            new CardCells(context.pictures(), actions),
            model.togetherKnown());
    VBox content = new VBox(columns, together, similar);
    content.getStyleClass().addAll("page", "product-page");
    scroll = new PageScroll(content);
    seen =
        new SeenWatch(scroll, context.catalog().interests())
            .row("together", together, model.together())
            .row("similar", similar, model.similar());
    model.product().subscribe(this::fill);
  }

  private void fill(@Nullable Product product) {
    if (product != null) {
      gallery.show(product);
      description.show(product.description());
      description.getParent().setVisible(!product.description().isBlank());
    }
  }

  @Override
  public Node node() {
    return scroll;
  }

  @Override
  public void activate() {
    model.activate();
    reviews.refresh();
    seen.activate();
  }

  @Override
  public void deactivate() {
    model.deactivate();
    seen.deactivate();
  }

  /// Two columns, or one.
  private static final class Columns extends Region {
    private static final double WIDE_GAP = 48;
    private static final double NARROW_GAP = 28;
    private static final double TWO = 600;
    private static final double ROOMY = 760;
    private static final double RIGHT_LEAST = 280;
    private static final double RIGHT_MOST = 420;

    private final Region gallery;
    private final Region buy;
    private final Region text;

    Columns(Region gallery, Region buy, Region text) {
      this.gallery = gallery;
      this.buy = buy;
      this.text = text;
      getChildren().addAll(gallery, buy, text);
    }

    private static double gap(double width) {
      return width < ROOMY ? NARROW_GAP : WIDE_GAP;
    }

    private static double right(double width) {
      return Math.clamp(width * 0.42, RIGHT_LEAST, RIGHT_MOST);
    }

    private static double left(double width) {
      return Math.min(640, width - right(width) - gap(width));
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
      return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      double wide = width < 0 ? getWidth() : width;
      if (wide < TWO) {
        return gallery.prefHeight(wide) + 32 + buy.prefHeight(wide) + 40 + text.prefHeight(wide);
      }
      double left = left(wide);
      return Math.max(
          gallery.prefHeight(left) + 40 + text.prefHeight(left), buy.prefHeight(right(wide)));
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth();
      if (width < TWO) {
        double y = place(gallery, 0, 0, width) + 32;
        y = place(buy, 0, y, width) + 40;
        place(text, 0, y, width);
        return;
      }
      double left = left(width);
      double y = place(gallery, 0, 0, left) + 40;
      place(text, 0, y, left);
      place(buy, left + gap(width), 0, right(width));
    }

    private static double place(Region node, double x, double y, double width) {
      double height = node.prefHeight(width);
      node.resizeRelocate(x, y, width, height);
      return y + height;
    }
  }
}
