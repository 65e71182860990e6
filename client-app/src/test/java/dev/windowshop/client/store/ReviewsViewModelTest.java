package dev.windowshop.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.gallery.SampleReviews;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewsViewModelTest {
  private final SampleReviews reviews = new SampleReviews();
  private final ReviewsViewModel model = new ReviewsViewModel("p1", reviews, Runnable::run);

  @BeforeEach
  void open() {
    model.refresh();
  }

  @Test
  void starsNarrowAndTheSameAgainTakesThemOff() {
    model.toggleStars(5);
    assertEquals(List.of(5), model.items().stream().map(each -> each.stars()).toList());
    model.toggleStars(5);
    assertEquals(3, model.items().size());
  }

  @Test
  void aVoteShowsAtOnceAndIsTold() {
    model.toggleHelpful(model.items().getFirst());
    assertTrue(model.items().getFirst().votedHelpful());
    assertEquals(13, model.items().getFirst().helpful());
    model.toggleHelpful(model.items().getFirst());
    assertEquals(12, model.items().getFirst().helpful());
    assertEquals(List.of("helpful r1 true", "helpful r1 false"), reviews.told);
  }

  @Test
  void anEditorBeginsWithWhatOneWroteAndAsksForStars() {
    ReviewEditorViewModel editor = model.editor();
    assertEquals(3, editor.stars().get());
    assertFalse(editor.isNew());
    editor.stars().set(0);
    editor.publish();
    assertFalse(editor.trouble().get().isEmpty());
    assertTrue(reviews.told.isEmpty());
    editor.stars().set(4);
    editor.text().set(" Grew on me. ");
    editor.add(Collections.nCopies(8, Path.of("a.png")));
    assertEquals(ReviewEditorViewModel.MOST_PHOTOS, editor.photos().size());
    editor.publish();
    assertEquals(List.of("write 4 Grew on me. 6"), reviews.told);
    assertTrue(editor.done().get());
  }
}
