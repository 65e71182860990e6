package dev.windowshop.client.store;

import dev.windowshop.client.store.Reviews.Photo;
import dev.windowshop.protocol.Review;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Writing a review, or changing one's own.
public final class ReviewEditorViewModel {
  static final int MOST_PHOTOS = 6;

  private final String productId;
  private final @Nullable Review before;
  private final Reviews reviews;
  private final Runnable written;
  private final Executor ui;
  private final IntegerProperty stars = new SimpleIntegerProperty();
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<Photo> photos = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();

  ReviewEditorViewModel(
      String productId, @Nullable Review before, Reviews reviews, Runnable written, Executor ui) {
    this.productId = productId;
    this.before = before;
    this.reviews = reviews;
    this.written = written;
    this.ui = ui;
    if (before != null) {
      stars.set(before.stars());
      text.set(before.text());
      before.photos().forEach(photo -> photos.add(new Photo.Kept(photo.url(), photo.thumbUrl())));
    }
  }

  public boolean isNew() {
    return before == null;
  }

  public void add(List<Path> files) {
    for (Path file : files) {
      if (photos.size() >= MOST_PHOTOS) {
        trouble.set("A review has " + MOST_PHOTOS + " pictures at most.");
        return;
      }
      photos.add(new Photo.Added(file));
    }
  }

  public void remove(Photo photo) {
    photos.remove(photo);
  }

  public void publish() {
    if (stars.get() < 1) {
      trouble.set("Say how many stars it deserves.");
      return;
    }
    if (busy.get()) {
      return;
    }
    busy.set(true);
    trouble.set("");
    reviews
        .write(
            productId,
            before == null ? null : before.id(),
            stars.get(),
            text.get().strip(),
            List.copyOf(photos))
        .whenComplete((review, failure) ->
            ui.execute(() -> {
              busy.set(false);
              if (failure != null) {
                trouble.set(Trouble.of(failure));
              } else {
                done.set(true);
                written.run();
              }
            }));
  }

  public IntegerProperty stars() {
    return stars;
  }

  public StringProperty text() {
    return text;
  }

  public ObservableList<Photo> photos() {
    return photos;
  }

  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// It is written.
  public ReadOnlyBooleanProperty done() {
    return done.getReadOnlyProperty();
  }
}
