package dev.windowshop.client.seller;

import dev.windowshop.client.order.OrderWords;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.ShopImport;
import java.io.File;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The own products: found, edited, made, and brought in or out as a file.
final class SellerProductsView extends VBox {
  private final SellerProductsViewModel model;
  private final SellerContext context;
  private final VBox rows = new VBox();
  private final VBox report = new VBox(10);

  SellerProductsView(SellerProductsViewModel model, SellerContext context) {
    super(20);
    this.model = model;
    this.context = context;
    TextField search = new TextField();
    search.setPromptText("Search your products");
    search.setAccessibleText("Search your products");
    search.textProperty().bindBidirectional(model.query());
    PauseTransition pause = new PauseTransition(Duration.millis(250));
    pause.setOnFinished(event -> model.refresh());
    search.textProperty().addListener(change -> pause.playFromStart());
    Button make = new Button("New product", Icons.of(Feather.PLUS));
    make.getStyleClass().add("primary");
    make.setOnAction(event -> context.navigator().go(new Destination.EditProduct(null)));
    Button bring = new Button("Import", Icons.of(Feather.UPLOAD, "icon-small"));
    bring.setOnAction(event -> chooseImport());
    Button take = new Button("Export", Icons.of(Feather.DOWNLOAD, "icon-small"));
    take.setOnAction(event -> chooseExport());
    FlowPane head = new FlowPane(10, 10, make, search, bring, take);
    rows.getStyleClass().addAll("card", "cart-lines");
    report.getStyleClass().addAll("card", "cart-changes");
    Button more = new Button("More");
    more.setOnAction(event -> model.loadMore());
    Parts.shown(more, model.more());
    getChildren().addAll(head, report, Parts.trouble(model.trouble()), rows, more);
    model.items().addListener((InvalidationListener) change -> fill());
    model.known().subscribe(known -> fill());
    model.report().subscribe(this::showReport);
    fill();
  }

  private void fill() {
    rows.getChildren().setAll(model.items().stream().map(this::row).toList());
    rows.setVisible(!model.items().isEmpty() || model.known().get());
    if (model.items().isEmpty() && model.known().get()) {
      rows.getChildren()
          .add(
              model.query().get().isBlank()
                  ? new EmptyState(
                      Feather.TAG,
                      "Nothing in the window yet",
                      "Make your first product, or bring in a Shopify CSV.")
                  : new EmptyState(
                      Feather.SEARCH, "Nothing like that", "None of your products matches."));
    }
  }

  private Node row(SellerProduct item) {
    Product product = item.product();
    PictureView picture = new PictureView(context.pictures(), 10);
    picture.setMinSize(56, 56);
    picture.setMaxSize(56, 56);
    var media = product.media().isEmpty() ? null : product.media().getFirst();
    picture.show(
        media == null ? null : media.url(),
        media == null ? null : media.thumbUrl(),
        product.color());
    Label title = new Label(product.title());
    title.getStyleClass().add("t-strong");
    title.setMinWidth(0);
    int variants = product.variants().size();
    Label note =
        new Label(
            product.category()
                + " · "
                + (variants == 1 ? "1 variant" : variants + " variants")
                + " · "
                + product.stock()
                + " in stock"
                + (item.held() > 0 ? ", " + item.held() + " of them held" : ""));
    note.getStyleClass().addAll("t-muted", "t-small");
    VBox words = new VBox(3, title, note);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(14, picture, words);
    line.setAlignment(Pos.CENTER_LEFT);
    String state = state(item);
    if (state != null) {
      Label tag = new Label(state);
      tag.getStyleClass().add("tag");
      tag.setMinWidth(Region.USE_PREF_SIZE);
      line.getChildren().add(tag);
    }
    Label price = new Label(OrderWords.money(product.price()));
    price.getStyleClass().add("price");
    price.setMinWidth(Region.USE_PREF_SIZE);
    line.getChildren().add(price);
    Button row = new Button();
    row.setGraphic(line);
    line.prefWidthProperty().bind(row.widthProperty().subtract(26));
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAccessibleText(product.title());
    row.getStyleClass().setAll("money-row", "focus-ring");
    row.setOnAction(event -> context.navigator().go(new Destination.EditProduct(product.id())));
    return row;
  }

  private static @Nullable String state(SellerProduct item) {
    if (item.moderated()) {
      return "Taken off by a moderator";
    }
    return switch (item.status()) {
      case DRAFT -> "Draft";
      case ARCHIVED -> "Put away";
      case PUBLISHED -> item.product().stock() <= 0 ? "Sold out" : null;
      case UNKNOWN -> null;
    };
  }

  private void chooseImport() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Bring in products");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Shopify CSV", "*.csv"));
    File file = chooser.showOpenDialog(getScene().getWindow());
    if (file != null) {
      model.look(file.toPath());
    }
  }

  private void chooseExport() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save your products");
    chooser.setInitialFileName("products.csv");
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      model.export(file.toPath());
    }
  }

  private void showReport(SellerProductsViewModel.@Nullable Report shown) {
    report.setVisible(shown != null);
    report.setManaged(shown != null);
    report.getChildren().clear();
    if (shown == null) {
      return;
    }
    ShopImport done = shown.done();
    boolean asked = shown.asked();
    Label sentence =
        new Label((asked ? "The file would bring " : "The file brought ") + sentence(done) + ".");
    sentence.getStyleClass().add("t-strong");
    sentence.setWrapText(true);
    report.getChildren().add(sentence);
    done.problems().stream()
        .limit(8)
        .forEach(problem ->
            report
                .getChildren()
                .add(Parts.words("Line " + problem.line() + ": " + problem.reason())));
    if (done.problems().size() > 8) {
      report.getChildren().add(Parts.words("And " + (done.problems().size() - 8) + " more."));
    }
    HBox ways = new HBox(10);
    if (asked) {
      ways.getChildren().add(Parts.button("Import it", "primary", model::importNow));
    }
    ways.getChildren().add(Parts.button(asked ? "Leave it" : "All right", "", model::leaveImport));
    report.getChildren().add(ways);
  }

  private static String sentence(ShopImport done) {
    return done.created()
        + " new, "
        + done.changed()
        + " changed, "
        + done.unchanged()
        + " as they were"
        + (done.refused() > 0 ? ", " + done.refused() + " refused" : "");
  }
}
