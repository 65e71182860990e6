package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Motion;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Product;
import java.util.Locale;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A product among others. Without a product it is a skeleton of the same shape; a card is shown
/// again with another product while a list scrolls.
final class ProductCard extends Region {
  /// What lies below the square picture.
  static final double TEXT_HEIGHT = 100;

  private static final int FEW = 5;
  private static final double LIFT = -2;
  private static final double PAD = 10;
  private static final double TWO_LINES = 38;
  private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");

  private final CardActions actions;
  private final PictureView picture;
  private final Label title = new Label();
  private final Prices.Line price = new Prices.Line("card-price");
  private final Label rating = new Label();
  private final Label ratingCount = new Label();
  private final HBox ratingLine;
  private final Avatar seller;
  private final Label badge = new Label();
  private final HBox low;
  private final Region titleBlock = new Region();
  private final Region priceBlock = new Region();
  private @Nullable VBox quick;
  private @Nullable HeartButton heart;
  private @Nullable Product product;

  ProductCard(Pictures pictures, CardActions actions) {
    this.actions = actions;
    picture = new PictureView(pictures, 14);
    seller = new Avatar(pictures, 20);
    getStyleClass().addAll("product-card", "focus-ring");
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    title.setAlignment(Pos.TOP_LEFT);
    rating.getStyleClass().add("card-rating");
    ratingCount.getStyleClass().add("card-rating-count");
    ratingLine = new HBox(4, Stars.one(12), rating, ratingCount);
    ratingLine.setAlignment(Pos.CENTER_LEFT);
    badge.getStyleClass().add("card-badge");
    low = new HBox(seller);
    titleBlock.getStyleClass().add("skeleton");
    priceBlock.getStyleClass().add("skeleton");
    HBox.setHgrow(ratingLine, Priority.ALWAYS);
    getChildren().addAll(picture, title, price, ratingLine, low, badge, titleBlock, priceBlock);
    setFocusTraversable(true);
    hoverProperty().subscribe(this::hovered);
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        open();
      }
    });
    setOnContextMenuRequested(event -> {
      if (product != null) {
        CardMenu.show(product, actions, this, event.getScreenX(), event.getScreenY());
        event.consume();
      }
    });
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        open();
        event.consume();
      } else if (event.getCode() == KeyCode.DELETE && actions.canDismiss()) {
        dismiss();
        event.consume();
      } else if (event.getCode() == KeyCode.DELETE && actions.isOwnTrace()) {
        forget();
        event.consume();
      }
    });
    show(null);
  }

  @Nullable Product product() {
    return product;
  }

  /// Whether it is there because the shopper looked at it.
  boolean isOwnTrace() {
    return actions.isOwnTrace();
  }

  void show(@Nullable Product next) {
    if (next != null && next.equals(product)) {
      return;
    }
    product = next;
    if (heart != null) {
      heart.show(next);
    }
    boolean loading = next == null;
    pseudoClassStateChanged(LOADING, loading);
    for (var node : new javafx.scene.Node[] {title, price, ratingLine, low, badge}) {
      node.setVisible(!loading);
    }
    titleBlock.setVisible(loading);
    priceBlock.setVisible(loading);
    setFocusTraversable(!loading);
    if (next == null) {
      picture.show(null, null, null);
      return;
    }
    var media = next.media().isEmpty() ? null : next.media().getFirst();
    picture.show(
        media == null ? null : media.url(), media == null ? null : media.thumbUrl(), next.color());
    title.setText(next.title());
    price.show(next.price(), next.compareAtPrice(), Choices.pricesDiffer(next));
    Double stars = next.rating();
    ratingLine.setVisible(stars != null);
    rating.setText(stars == null ? "" : String.format(Locale.getDefault(), "%.1f", stars));
    ratingCount.setText("(" + next.ratingCount() + ")");
    seller.show(next.shop().name(), next.shop().avatarUrl());
    showBadge(next);
    setAccessibleText(next.title() + ", " + Prices.text(next.price()));
    requestLayout();
  }

  private void showBadge(Product next) {
    String text;
    if (next.stock() <= 0) {
      text = "Sold out";
    } else if (next.stock() <= FEW) {
      text = next.stock() + " left";
    } else if (Prices.reduced(next.price(), next.compareAtPrice())) {
      text = Prices.saving(next.price(), Objects.requireNonNull(next.compareAtPrice()));
    } else {
      text = "";
    }
    badge.setText(text);
    badge.setVisible(!text.isEmpty());
  }

  private void dismiss() {
    if (product != null && actions.canDismiss()) {
      actions.dismiss(product);
    }
  }

  private void forget() {
    if (product != null) {
      actions.forget(product);
    }
  }

  private void open() {
    if (product != null) {
      actions.open(product);
    }
  }

  private void hovered(boolean hover) {
    if (product == null) {
      return;
    }
    Motion.move(picture.translateYProperty(), hover ? LIFT : 0.0, Motion.QUICK);
    if (hover || quick != null) {
      VBox shown = quick == null ? quickActions() : quick;
      quick = shown;
      shown.setMouseTransparent(!hover);
      Motion.move(shown.opacityProperty(), hover ? 1.0 : 0.0, Motion.QUICK);
    }
  }

  private VBox quickActions() {
    VBox box =
        new VBox(
            6,
            Icons.button(
                Feather.SHOPPING_BAG,
                "Add to cart",
                () -> {
                  if (product != null) {
                    actions.addToCart(product);
                  }
                }),
            Icons.button(
                Feather.MESSAGE_CIRCLE,
                "Ask the seller",
                () -> {
                  if (product != null) {
                    actions.askSeller(product);
                  }
                }));
    HeartButton wish = actions.heart();
    wish.show(product);
    heart = wish;
    box.getChildren().add(1, wish);
    if (actions.canDismiss()) {
      box.getChildren().add(Icons.button(Feather.EYE_OFF, "Not interested", this::dismiss));
    }
    if (actions.isOwnTrace()) {
      box.getChildren().add(Icons.button(Feather.X, "Forget this", this::forget));
    }
    box.getChildren()
        .forEach(button -> {
          button.getStyleClass().add("floating");
          button.setFocusTraversable(false);
        });
    box.setOpacity(0);
    getChildren().add(box);
    return box;
  }

  static double heightFor(double width) {
    return width + TEXT_HEIGHT;
  }

  @Override
  protected double computePrefHeight(double width) {
    return heightFor(width < 0 ? getWidth() : width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    picture.resizeRelocate(0, 0, width, width);
    double y = width + 12;
    titleBlock.resizeRelocate(0, y + 2, Math.floor(width * 0.8), 14);
    priceBlock.resizeRelocate(0, y + 28, Math.floor(width * 0.35), 14);
    double titleHeight = Math.min(TWO_LINES, Math.ceil(title.prefHeight(width)));
    title.resizeRelocate(0, y, width, titleHeight);
    y += titleHeight + 5;
    price.resizeRelocate(0, y, width, 22);
    y += 24;
    double sellerX = width - 20;
    ratingLine.resizeRelocate(0, y, sellerX - 8, 20);
    low.resizeRelocate(sellerX, y, 20, 20);
    badge.autosize();
    badge.relocate(PAD, PAD);
    if (quick != null) {
      quick.autosize();
      quick.relocate(width - PAD - quick.getWidth(), PAD);
    }
  }
}
