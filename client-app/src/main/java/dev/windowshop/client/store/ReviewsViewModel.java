package dev.windowshop.client.store;

import dev.windowshop.client.store.Reviews.Asked;
import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.ReviewPage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is said of one product.
public final class ReviewsViewModel {
  private final String productId;
  private final Reviews reviews;
  private final Executor ui;
  private final ObservableList<Review> items = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<ReviewPage.@Nullable Summary> summary =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Review> mine = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Asked> asked = new ReadOnlyObjectWrapper<>(Asked.ALL);
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private @Nullable String cursor;
  private int run;

  public ReviewsViewModel(String productId, Reviews reviews, Executor ui) {
    this.productId = productId;
    this.reviews = reviews;
    this.ui = ui;
  }

  /// Asks for the first page again.
  public void refresh() {
    cursor = null;
    ask();
  }

  public void ask(Asked next) {
    asked.set(next);
    refresh();
  }

  /// The same stars again take the filter off.
  public void toggleStars(int stars) {
    Asked now = asked.get();
    ask(new Asked(now.sort(), now.stars() == stars ? 0 : stars, now.photos()));
  }

  public void setSort(Reviews.Sort sort) {
    ask(new Asked(sort, asked.get().stars(), asked.get().photos()));
  }

  public void setPhotosOnly(boolean only) {
    ask(new Asked(asked.get().sort(), asked.get().stars(), only));
  }

  public void loadMore() {
    if (more.get()) {
      ask();
    }
  }

  private void ask() {
    int thisRun = ++run;
    String from = cursor;
    more.set(false);
    reviews
        .page(productId, asked.get(), from)
        .whenComplete((page, failure) ->
            ui.execute(() -> {
              if (thisRun == run && page != null) {
                show(page, from == null);
              }
            }));
  }

  private void show(ReviewPage page, boolean first) {
    cursor = page.nextCursor();
    more.set(cursor != null);
    summary.set(page.summary());
    mine.set(page.mine());
    if (first) {
      items.setAll(page.items());
    } else {
      items.addAll(page.items());
    }
  }

  /// The vote shows at once, and is taken back when the relay does not take it.
  public void toggleHelpful(Review review) {
    boolean on = !review.votedHelpful();
    replace(review, voted(review, on));
    reviews
        .helpful(productId, review.id(), on)
        .whenComplete((done, failure) -> {
          if (failure != null) {
            ui.execute(() -> {
              trouble.set(Trouble.of(failure));
              refresh();
            });
          }
        });
  }

  private static Review voted(Review review, boolean on) {
    return new Review(
        review.id(),
        review.productId(),
        review.author(),
        review.stars(),
        review.text(),
        review.verified(),
        review.createdAt(),
        review.authorId(),
        review.photos(),
        Math.max(0, review.helpful() + (on ? 1 : -1)),
        on,
        review.editedAt());
  }

  private void replace(Review before, Review after) {
    int at = items.indexOf(before);
    if (at >= 0) {
      items.set(at, after);
    }
  }

  public void delete(Review review) {
    trouble.set("");
    reviews
        .delete(productId, review.id())
        .whenComplete((done, failure) ->
            ui.execute(() -> {
              trouble.set(failure == null ? "" : Trouble.of(failure));
              refresh();
            }));
  }

  /// An editor for the shopper's own review, new or not.
  public ReviewEditorViewModel editor() {
    return new ReviewEditorViewModel(productId, mine.get(), reviews, this::refresh, ui);
  }

  public ObservableList<Review> items() {
    return items;
  }

  /// Null until it is known.
  public ReadOnlyObjectProperty<ReviewPage.@Nullable Summary> summary() {
    return summary.getReadOnlyProperty();
  }

  /// The shopper's own; null for none.
  public ReadOnlyObjectProperty<@Nullable Review> mine() {
    return mine.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Asked> asked() {
    return asked.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty more() {
    return more.getReadOnlyProperty();
  }

  /// Why something did not work; empty when nothing went wrong.
  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }
}
