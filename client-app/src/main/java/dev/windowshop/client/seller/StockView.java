package dev.windowshop.client.seller;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.protocol.SellerProduct.StockLevel;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is nearly gone, and putting in what came.
final class StockView extends VBox {
  private final StockViewModel model;
  private final SellerContext context;
  private final VBox rows = new VBox();

  StockView(StockViewModel model, SellerContext context) {
    super(16);
    this.model = model;
    this.context = context;
    rows.getStyleClass().addAll("card", "cart-lines");
    getChildren()
        .addAll(
            Parts.words(
                "Of these there are five or fewer left. Sales are taken off by themselves."),
            Parts.trouble(model.trouble()),
            rows);
    model.levels().addListener((InvalidationListener) change -> fill());
    fill();
  }

  private void fill() {
    rows.getChildren().setAll(model.levels().stream().map(this::row).toList());
    if (model.levels().isEmpty()) {
      rows.getChildren()
          .add(
              new EmptyState(
                  Feather.CHECK_CIRCLE, "Plenty of everything", "Nothing is about to run out."));
    }
  }

  private Node row(StockLevel level) {
    PictureView picture = new PictureView(context.pictures(), 8);
    picture.setMinSize(48, 48);
    picture.setMaxSize(48, 48);
    picture.show(level.imageUrl(), level.imageUrl(), null);
    Hyperlink title = new Hyperlink(level.title());
    title.getStyleClass().setAll("cart-title");
    title.setOnAction(
        event -> context.navigator().go(new Destination.EditProduct(level.productId())));
    String choice = String.join(" · ", level.options().values());
    Label note =
        new Label(
            (choice.isEmpty() ? "" : choice + " · ")
                + (level.stock() == 0 ? "none left" : level.stock() + " left")
                + (level.held() > 0 ? ", " + level.held() + " held" : ""));
    note.getStyleClass().addAll("t-small", level.stock() == 0 ? "t-danger" : "t-muted");
    VBox words = new VBox(3, title, note);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    TextField came = new TextField();
    came.setPromptText("+ 10");
    came.setAccessibleText("How many came in of " + level.title());
    came.setPrefWidth(76);
    var put = Parts.button("Came in", "", () -> model.restock(level, came.getText()));
    came.setOnAction(event -> put.fire());
    HBox row = new HBox(12, picture, words, came, put);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("cart-line");
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }
}
