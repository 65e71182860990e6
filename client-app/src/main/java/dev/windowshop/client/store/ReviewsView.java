package dev.windowshop.client.store;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.ReviewPage;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What people who have it say: the stars in sum, then each review, and writing one's own.
final class ReviewsView extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double BAR = 150;
  private static final double PHOTO = 64;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  private final ReviewsViewModel model;
  private final StoreContext context;
  private final String productId;
  private final HBox summary = new HBox(36);
  private final FlowPane sorts = new FlowPane(6, 6);
  private final VBox list = new VBox(24);
  private final Button more = new Button("More reviews");

  ReviewsView(ReviewsViewModel model, StoreContext context, String productId) {
    this.model = model;
    this.context = context;
    this.productId = productId;
    getStyleClass().add("reviews");
    Label title = new Label("Reviews");
    title.getStyleClass().add("t-section");
    summary.setAlignment(Pos.CENTER_LEFT);
    more.setOnAction(event -> model.loadMore());
    more.visibleProperty().bind(model.more());
    more.managedProperty().bind(model.more());
    Label trouble = new Label();
    trouble.getStyleClass().add("t-danger");
    trouble.setWrapText(true);
    trouble.textProperty().bind(model.trouble());
    trouble.managedProperty().bind(model.trouble().isNotEmpty());
    getChildren().addAll(title, summary, sorts, trouble, list, more);
    model.summary().subscribe(this::showSummary);
    model.mine().subscribe(own -> showSummary(model.summary().get()));
    model
        .asked()
        .subscribe(asked -> {
          showSummary(model.summary().get());
          showSorts();
        });
    model.items().addListener((InvalidationListener) change -> fill());
    context.signedIn().subscribe(in -> showSummary(model.summary().get()));
    fill();
  }

  private void showSummary(ReviewPage.@Nullable Summary sum) {
    boolean some = sum != null && sum.count() > 0;
    setVisible(sum != null);
    setManaged(sum != null);
    if (sum == null) {
      return;
    }
    summary.getChildren().clear();
    if (some) {
      summary.getChildren().addAll(average(sum), bars(sum));
    } else {
      Label none = new Label("Nobody has said anything yet.");
      none.getStyleClass().add("t-muted");
      summary.getChildren().add(none);
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Node write = write(sum);
    if (write != null) {
      summary.getChildren().addAll(gap, write);
    }
    sorts.setVisible(sum.count() > 1);
    sorts.setManaged(sum.count() > 1);
  }

  private static Node average(ReviewPage.Summary sum) {
    double rating = Objects.requireNonNullElse(sum.rating(), 0.0);
    Label value = new Label(String.format(Locale.getDefault(), "%.1f", rating));
    value.getStyleClass().addAll("t-hero", "t-figures");
    Label count = new Label(sum.count() == 1 ? "1 review" : sum.count() + " reviews");
    count.getStyleClass().addAll("t-muted", "t-small");
    Label bought = new Label(sum.verified() + " bought it here");
    bought.getStyleClass().addAll("t-muted", "t-small");
    bought.setManaged(sum.verified() > 0);
    bought.setVisible(sum.verified() > 0);
    VBox box = new VBox(4, value, Stars.of(rating, 14), count, bought);
    box.setMinWidth(USE_PREF_SIZE);
    return box;
  }

  private Node bars(ReviewPage.Summary sum) {
    VBox rows = new VBox(2);
    int most = Math.max(1, sum.stars().stream().mapToInt(count -> count).max().orElse(1));
    for (int stars = 5; stars >= 1; stars--) {
      int count = stars <= sum.stars().size() ? sum.stars().get(stars - 1) : 0;
      int asked = stars;
      Label name = new Label(Integer.toString(stars));
      name.getStyleClass().addAll("t-small", "t-figures");
      name.setMinWidth(10);
      Region full = new Region();
      full.getStyleClass().add("star-bar");
      full.setMinWidth(Math.max(count > 0 ? 4 : 0, BAR * count / most));
      full.setMaxWidth(full.getMinWidth());
      HBox track = new HBox(full);
      track.getStyleClass().add("star-track");
      track.setMinWidth(BAR);
      track.setMaxWidth(BAR);
      Label number = new Label(Integer.toString(count));
      number.getStyleClass().add("filter-count");
      HBox line = new HBox(8, name, Stars.one(11), track, number);
      line.setAlignment(Pos.CENTER_LEFT);
      Button row = new Button();
      row.setGraphic(line);
      row.getStyleClass().setAll("star-row", "focus-ring");
      row.setAccessibleText(stars + " stars, " + count);
      row.pseudoClassStateChanged(CHOSEN, model.asked().get().stars() == stars);
      row.setDisable(count == 0 && model.asked().get().stars() != stars);
      row.setOnAction(event -> model.toggleStars(asked));
      rows.getChildren().add(row);
    }
    return rows;
  }

  private @Nullable Node write(ReviewPage.Summary sum) {
    boolean own = model.mine().get() != null;
    boolean guest = !context.signedIn().get();
    if (!guest && !own && !sum.mayReview()) {
      return null;
    }
    Button write = new Button(own ? "Change yours" : "Write a review", Icons.of(Feather.EDIT_3));
    write.setMinWidth(USE_PREF_SIZE);
    write.setOnAction(event -> {
      if (guest) {
        context.navigator().go(new Destination.SignIn(new Destination.ProductPage(productId)));
      } else {
        openEditor();
      }
    });
    if (!guest && sum.bought() && !own) {
      Label known = new Label("You bought it here");
      known.getStyleClass().addAll("t-small", "t-good");
      VBox both = new VBox(6, write, known);
      both.setAlignment(Pos.CENTER_RIGHT);
      return both;
    }
    return write;
  }

  private void openEditor() {
    context
        .sheets()
        .show(
            new ReviewEditorView(
                model.editor(), context.pictures(), () -> context.sheets().close()));
  }

  private void showSorts() {
    sorts.getChildren().clear();
    for (Reviews.Sort sort : Reviews.Sort.values()) {
      ToggleButton pill = new ToggleButton(name(sort));
      pill.getStyleClass().addAll("pill", "small-pill");
      pill.setSelected(model.asked().get().sort() == sort);
      pill.setOnAction(event -> model.setSort(sort));
      sorts.getChildren().add(pill);
    }
    ToggleButton photos = new ToggleButton("With pictures");
    photos.getStyleClass().addAll("pill", "small-pill");
    photos.setSelected(model.asked().get().photos());
    photos.setOnAction(event -> model.setPhotosOnly(photos.isSelected()));
    sorts.getChildren().add(photos);
  }

  private static String name(Reviews.Sort sort) {
    return switch (sort) {
      case NEWEST -> "Newest";
      case HELPFUL -> "Most helpful";
      case HIGHEST -> "Best first";
      case LOWEST -> "Critical first";
    };
  }

  private void fill() {
    list.getChildren().setAll(model.items().stream().map(this::review).toList());
  }

  private Node review(Review review) {
    Label author = new Label(review.author());
    author.getStyleClass().add("t-strong");
    Label when =
        new Label(DAY.format(review.createdAt()) + (review.editedAt() == null ? "" : " · changed"));
    when.getStyleClass().addAll("t-muted", "t-small");
    HBox head = new HBox(10, author, Stars.of(review.stars(), 12), when);
    head.setAlignment(Pos.CENTER_LEFT);
    if (review.verified()) {
      Label bought = new Label("Bought it here", Icons.of(Feather.CHECK_CIRCLE, "icon-small"));
      bought.getStyleClass().addAll("t-small", "verified");
      head.getChildren().add(bought);
    }
    VBox block = new VBox(8, head);
    if (!review.text().isBlank()) {
      Label text = new Label(review.text());
      text.setWrapText(true);
      text.setMinHeight(USE_PREF_SIZE);
      text.getStyleClass().add("t-body");
      block.getChildren().add(text);
    }
    if (!review.photos().isEmpty()) {
      block.getChildren().add(photos(review.photos()));
    }
    block.getChildren().add(foot(review));
    block.getStyleClass().add("review");
    return block;
  }

  private Node photos(List<Product.Media> photos) {
    FlowPane row = new FlowPane(8, 8);
    for (int i = 0; i < photos.size(); i++) {
      int index = i;
      PictureView view = new PictureView(context.pictures(), 10);
      view.show(photos.get(i).url(), photos.get(i).thumbUrl(), null);
      view.setMinSize(PHOTO, PHOTO);
      view.setMaxSize(PHOTO, PHOTO);
      view.setCursor(Cursor.HAND);
      view.setOnMouseClicked(event ->
          context
              .sheets()
              .fill(
                  new PictureViewer(
                      context.pictures(), photos, index, () -> context.sheets().close()),
                  () -> {}));
      row.getChildren().add(view);
    }
    return row;
  }

  private Node foot(Review review) {
    HBox foot = new HBox(8);
    foot.setAlignment(Pos.CENTER_LEFT);
    Review own = model.mine().get();
    if (own != null && own.id().equals(review.id())) {
      Button change = new Button("Change");
      change.getStyleClass().add("link");
      change.setOnAction(event -> openEditor());
      Button delete = new Button("Delete");
      delete.getStyleClass().add("link");
      delete.setOnAction(event -> model.delete(review));
      foot.getChildren().addAll(change, delete);
      if (review.helpful() > 0) {
        Label helpful = new Label(review.helpful() + " found it helpful");
        helpful.getStyleClass().addAll("t-muted", "t-small");
        foot.getChildren().add(helpful);
      }
      return foot;
    }
    ToggleButton helpful =
        new ToggleButton(
            review.helpful() > 0 ? "Helpful · " + review.helpful() : "Helpful",
            Icons.of(Feather.THUMBS_UP, "icon-small"));
    helpful.getStyleClass().addAll("pill", "small-pill", "helpful");
    helpful.setSelected(review.votedHelpful());
    helpful.setOnAction(event -> {
      if (context.signedIn().get()) {
        model.toggleHelpful(review);
      } else {
        helpful.setSelected(false);
        context.navigator().go(new Destination.SignIn(new Destination.ProductPage(productId)));
      }
    });
    foot.getChildren().add(helpful);
    return foot;
  }
}
