package dev.windowshop.client.store;

import dev.windowshop.protocol.Review;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What people who have it say.
final class ReviewsView extends VBox {
  private static final int MOST = 8;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  ReviewsView(ObservableList<Review> reviews) {
    getStyleClass().add("reviews");
    reviews.addListener((ListChangeListener<Review>) change -> fill(reviews));
    fill(reviews);
  }

  private void fill(List<Review> reviews) {
    setVisible(!reviews.isEmpty());
    setManaged(!reviews.isEmpty());
    Label title = new Label("Reviews");
    title.getStyleClass().add("t-section");
    getChildren().setAll(title);
    reviews.stream().limit(MOST).map(ReviewsView::review).forEach(getChildren()::add);
  }

  private static Node review(Review review) {
    Label author = new Label(review.author());
    author.getStyleClass().add("t-strong");
    Label when =
        new Label((review.verified() ? "Bought it · " : "") + DAY.format(review.createdAt()));
    when.getStyleClass().addAll("t-muted", "t-small");
    HBox head = new HBox(10, author, Stars.of(review.stars(), 12), when);
    head.setAlignment(Pos.CENTER_LEFT);
    Label text = new Label(review.text());
    text.setWrapText(true);
    text.getStyleClass().add("t-body");
    VBox block = new VBox(6, head, text);
    block.getStyleClass().add("review");
    return block;
  }
}
