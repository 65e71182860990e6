package dev.windowshop.client.store;

import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.protocol.ShopProfile;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A shop as everybody sees it: its banner, who it is, what is in the window, and its rules.
public final class ShopView implements Page {
  private static final double BANNER = 180;
  private static final double RULE_WIDTH = 280;

  private final ShopViewModel model;
  private final StoreContext context;
  private final PictureView banner;
  private final HBox head = new HBox(20);
  private final FlowPane rules = new FlowPane(16, 16);
  private final StackPane root = new StackPane();

  public ShopView(ShopViewModel model, StoreContext context) {
    this.model = model;
    this.context = context;
    banner = new PictureView(context.pictures(), 20);
    banner.setMinHeight(BANNER);
    banner.setPrefHeight(BANNER);
    banner.setMaxHeight(BANNER);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox content = new VBox();
    content.getStyleClass().add("page");
    PageScroll scroll = new PageScroll(content);
    CardGrid grid =
        new CardGrid(model.products(), context.pictures(), new StoreActions(context), scroll);
    Label title = new Label("In the window");
    title.getStyleClass().add("t-section");
    TextField search = new TextField();
    search.setPromptText("Search this shop");
    search.setAccessibleText("Search this shop");
    PauseTransition pause = new PauseTransition(Duration.millis(250));
    pause.setOnFinished(event -> model.look(search.getText()));
    search.textProperty().addListener(change -> pause.playFromStart());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox window = new HBox(12, title, gap, search);
    window.setAlignment(Pos.CENTER_LEFT);
    Label none = new Label("Nothing of that is in the window.");
    none.getStyleClass().add("t-muted");
    none.visibleProperty().bind(model.products().total().isEqualTo(0));
    none.managedProperty().bind(none.visibleProperty());
    content.getChildren().addAll(banner, head, rules, window, none, grid);
    EmptyState away =
        new EmptyState(
            Feather.CLOUD_OFF,
            "This shop can't be shown",
            "It may be closed, or the connection is away.",
            "Try again",
            model::activate);
    var nothing = model.shop().isNull().and(model.trouble().isNotEmpty());
    away.visibleProperty().bind(nothing);
    scroll.visibleProperty().bind(nothing.not());
    root.getChildren().addAll(scroll, away);
    model.shop().subscribe(this::show);
  }

  private void show(@Nullable ShopProfile shop) {
    banner.setVisible(shop != null && shop.bannerUrl() != null);
    banner.setManaged(banner.isVisible());
    rules.setVisible(shop != null);
    if (shop == null) {
      return;
    }
    banner.show(shop.bannerUrl(), null, shop.color());
    Label name = new Label(shop.name());
    name.getStyleClass().add("t-page");
    name.setWrapText(true);
    Label line = new Label(shop.description());
    line.getStyleClass().addAll("t-emphasis", "t-muted");
    line.setWrapText(true);
    line.setManaged(shop.description() != null && !shop.description().isBlank());
    VBox words = new VBox(6, name, line, facts(shop));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    Button ask = new Button("Ask the seller", Icons.of(Feather.MESSAGE_CIRCLE));
    ask.getStyleClass().add("primary");
    ask.setMinWidth(Region.USE_PREF_SIZE);
    ask.setOnAction(event -> context.askShop().accept(shop.id()));
    head.getChildren()
        .setAll(new Avatar(context.pictures(), 72, shop.name(), shop.avatarUrl()), words, ask);
    rules.getChildren().clear();
    rule("Delivery", shop.policies().delivery());
    rule("Returns", shop.policies().returns());
    rule("Payment", shop.policies().payment());
    rules.setManaged(!rules.getChildren().isEmpty());
  }

  private static Node facts(ShopProfile shop) {
    Label count = new Label(shop.productCount() == 1 ? "1 piece" : shop.productCount() + " pieces");
    count.getStyleClass().add("t-muted");
    HBox facts = new HBox(8, count);
    facts.setAlignment(Pos.CENTER_LEFT);
    if (shop.rating() != null) {
      Label value = new Label(String.format(Locale.getDefault(), "%.1f", shop.rating()));
      value.getStyleClass().add("t-strong");
      Label reviews = new Label("(" + shop.ratingCount() + ")");
      reviews.getStyleClass().add("t-muted");
      facts.getChildren().addAll(0, java.util.List.of(Stars.one(13), value, reviews));
    }
    return facts;
  }

  private void rule(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    Label heading = new Label(name);
    heading.getStyleClass().add("t-strong");
    Label words = new Label(text);
    words.getStyleClass().add("t-muted");
    words.setWrapText(true);
    VBox box = new VBox(6, heading, words);
    box.getStyleClass().addAll("card", "sum-card");
    box.setPrefWidth(RULE_WIDTH);
    rules.getChildren().add(box);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    model.activate();
  }
}
