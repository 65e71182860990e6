package dev.windowshop.client.store;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Skeleton;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.Product;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Beside the pictures: name, price, choice, and the way into the cart or to the seller.
final class BuyPanel extends VBox {
  private static final PseudoClass FEW = PseudoClass.getPseudoClass("few");
  private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
  private static final PseudoClass ONLINE = PseudoClass.getPseudoClass("online");

  private final ProductViewModel model;
  private final StoreContext context;
  private final StoreActions actions;
  private final Hyperlink category = new Hyperlink();
  private final Label title = new Label();
  private final HBox rating = new HBox();
  private final Prices.Line price = new Prices.Line("buy-price");
  private final Label stock = new Label();
  private final Stepper stepper;
  private final Button add = new Button("Add to cart", Icons.of(Feather.SHOPPING_BAG));
  private final HBox seller = new HBox();
  private final HeartButton heart;
  private @Nullable Subscription presence;

  BuyPanel(ProductViewModel model, StoreContext context, StoreActions actions) {
    this.model = model;
    this.context = context;
    this.actions = actions;
    getStyleClass().add("buy-panel");
    heart = new HeartButton(context.wishes(), context.ui());
    stepper = new Stepper(model::setQuantity);
    model.product().subscribe(this::fill);
    model.variant().subscribe(variant -> settle());
    model.quantity().subscribe(quantity -> settle());
  }

  private void fill(@Nullable Product product) {
    if (product == null) {
      getChildren()
          .setAll(
              Skeleton.block(90, 14),
              Skeleton.block(320, 30),
              Skeleton.block(140, 16),
              Skeleton.block(110, 28),
              Skeleton.block(360, 44));
      return;
    }
    category.setText(product.category());
    category.getStyleClass().setAll("eyebrow-link");
    category.setOnAction(
        event -> context.navigator().go(Destination.Search.category(product.categoryId())));
    title.setText(product.title());
    title.getStyleClass().setAll("label", "t-page");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    showRating(product);
    showSeller(product);
    Button ask = new Button("Ask the seller", Icons.of(Feather.MESSAGE_CIRCLE));
    ask.getStyleClass().add("large");
    ask.setMaxWidth(Double.MAX_VALUE);
    ask.setOnAction(event -> actions.askSeller(product));
    add.getStyleClass().setAll("button", "primary", "large");
    add.setMaxWidth(Double.MAX_VALUE);
    add.setOnAction(event -> {
      if (model.addToCart()) {
        actions.added();
      }
    });
    HBox.setHgrow(add, Priority.ALWAYS);
    HBox.setHgrow(ask, Priority.ALWAYS);
    Button share =
        Icons.button(Feather.SHARE_2, "Show it to somebody", () -> actions.share(product));
    share.getStyleClass().addAll("outlined", "tall");
    heart.getStyleClass().setAll("button", "icon-button", "heart", "outlined", "tall");
    heart.show(product);
    HBox talk = new HBox(12, ask, heart, share);
    talk.setAlignment(Pos.CENTER_LEFT);
    HBox buy = new HBox(12, stepper, add);
    buy.setAlignment(Pos.CENTER_LEFT);
    stock.getStyleClass().setAll("label", "stock-line");
    stock.setWrapText(true);
    VBox top = new VBox(8, category, title);
    OptionsView options = new OptionsView(model);
    getChildren()
        .setAll(
            top,
            rating,
            new VBox(6, price, stock),
            options,
            new VBox(12, buy, talk),
            seller,
            report(product));
    rating.setManaged(product.rating() != null);
    settle();
  }

  private Button report(Product product) {
    Button report = new Button("Report this product", Icons.of(Feather.FLAG, "icon-small"));
    report.getStyleClass().addAll("quiet", "t-small");
    report.setOnAction(event -> context.report().accept(product));
    return report;
  }

  private void settle() {
    Money now = model.price();
    if (now != null) {
      price.show(now, model.compareAtPrice(), false);
    }
    stock.setText(model.stockLine());
    stock.pseudoClassStateChanged(FEW, model.fewLeft());
    stock.pseudoClassStateChanged(NONE, !model.canBuy());
    stepper.show(model.quantity().get(), Math.max(1, model.most()));
    stepper.setDisable(!model.canBuy());
    add.setDisable(!model.canBuy());
    add.setText(model.canBuy() || model.product().get() == null ? "Add to cart" : "Sold out");
  }

  private void showRating(Product product) {
    Double stars = product.rating();
    rating.setSpacing(8);
    rating.setAlignment(Pos.CENTER_LEFT);
    if (stars == null) {
      rating.getChildren().clear();
      return;
    }
    Label value = new Label(String.format(Locale.getDefault(), "%.1f", stars));
    value.getStyleClass().add("t-strong");
    Label count =
        new Label(product.ratingCount() == 1 ? "1 review" : product.ratingCount() + " reviews");
    count.getStyleClass().add("t-muted");
    rating.getChildren().setAll(Stars.of(stars, 15), value, count);
  }

  private static void showPresence(Label here, PresenceStatus status) {
    switch (status) {
      case ONLINE -> here.setText("Here now, and answers");
      case AWAY -> here.setText("Away for a moment");
      case BUSY -> here.setText("Busy just now");
      case OFFLINE, UNKNOWN -> here.setText("Answers when back");
    }
    here.setVisible(true);
    here.pseudoClassStateChanged(ONLINE, status == PresenceStatus.ONLINE);
  }

  private void showSeller(Product product) {
    Label name = new Label(product.shop().name());
    name.getStyleClass().add("t-strong");
    Label line = new Label(product.shop().description());
    line.getStyleClass().addAll("t-muted", "t-small");
    line.setWrapText(true);
    line.setManaged(product.shop().description() != null);
    Label here = new Label();
    here.getStyleClass().addAll("t-small", "seller-here");
    here.managedProperty().bind(here.visibleProperty());
    here.setVisible(false);
    if (presence != null) {
      presence.close();
    }
    presence =
        context
            .presence()
            .apply(product.shop().ownerId())
            .observe(status -> context.ui().execute(() -> showPresence(here, status)));
    VBox words = new VBox(2, name, here, line);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    Node avatar =
        new Avatar(context.pictures(), 44, product.shop().name(), product.shop().avatarUrl());
    seller.getStyleClass().setAll("card", "seller-card");
    seller.setAlignment(Pos.CENTER_LEFT);
    seller.getChildren().setAll(avatar, words, Icons.of(Feather.CHEVRON_RIGHT, "icon-muted"));
    seller.setFocusTraversable(true);
    seller.getStyleClass().add("focus-ring");
    seller.setAccessibleText("The shop " + product.shop().name());
    Runnable visit = () -> context.navigator().go(new Destination.ShopPage(product.shop().id()));
    seller.setOnMouseClicked(event -> visit.run());
    seller.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        visit.run();
        event.consume();
      }
    });
  }
}
