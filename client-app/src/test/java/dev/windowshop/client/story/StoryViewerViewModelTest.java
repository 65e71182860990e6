package dev.windowshop.client.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Story;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StoryViewerViewModelTest {
  private final Story b1 = FakeStories.words("b1", FakeStories.BEN, "one", null);
  private final Story b2 = FakeStories.words("b2", FakeStories.BEN, "two", null);
  private final Story c1 = FakeStories.words("c1", FakeStories.CLEO, "three", null);
  private final Story own = FakeStories.words("a1", FakeStories.ANA, "mine", null);
  private final FakeStories stories = new FakeStories();

  private StoryViewerViewModel open(String author) {
    return new StoryViewerViewModel(stories, author, null, Runnable::run);
  }

  private static String at(StoryViewerViewModel model) {
    return Objects.requireNonNull(model.slide().get()).story().id();
  }

  @Test
  void itBeginsWithTheFirstThatIsNewAndTellsThatItWasSeen() {
    stories.show(List.of(FakeStories.group(FakeStories.BEN, false, StoryOrder.seen(b1, true), b2)));
    assertEquals("b2", at(open("ben")));
    assertEquals(List.of("seen b2"), stories.done);
  }

  @Test
  void timeGoesOnToTheNextPersonAndThenItIsOver() {
    stories.show(
        List.of(
            FakeStories.group(FakeStories.ANA, false, own),
            FakeStories.group(FakeStories.BEN, false, b1),
            FakeStories.group(FakeStories.CLEO, false, c1)));
    StoryViewerViewModel model = open("ben");
    double time = StoryViewerViewModel.time(b1);
    model.tick(time / 2);
    assertEquals(0.5, model.progress().get(), 0.001);
    model.tick(time / 2 + 1);
    assertEquals("c1", at(model));
    assertEquals(0, model.progress().get());
    model.tick(time + 1);
    assertTrue(model.over().get());
  }

  @Test
  void timeStandsStillWhileItIsHeld() {
    stories.show(List.of(FakeStories.group(FakeStories.BEN, false, b1, b2)));
    StoryViewerViewModel model = open("ben");
    model.held().set(true);
    model.tick(60_000);
    assertEquals("b1", at(model));
    assertEquals(0, model.progress().get());
  }

  @Test
  void whoIsMutedIsPassedOverAndOnesOwnLeadToNobody() {
    stories.show(
        List.of(
            FakeStories.group(FakeStories.ANA, false, own),
            FakeStories.group(FakeStories.BEN, false, b1),
            FakeStories.group(FakeStories.CLEO, true, c1)));
    StoryViewerViewModel bens = open("ben");
    bens.next();
    assertTrue(bens.over().get());
    StoryViewerViewModel mine = open("ana");
    assertTrue(Objects.requireNonNull(mine.slide().get()).own());
    mine.next();
    assertTrue(mine.over().get());
  }

  @Test
  void whatIsTakenBackMakesRoomForTheNextOne() {
    stories.show(List.of(FakeStories.group(FakeStories.BEN, false, b1, b2)));
    StoryViewerViewModel model = open("ben");
    stories.show(List.of(FakeStories.group(FakeStories.BEN, false, b2)));
    assertEquals("b2", at(model));
    stories.show(List.of());
    assertTrue(model.over().get());
  }

  @Test
  void backIsTheOneBeforeAndStaysAtTheFirst() {
    stories.show(List.of(FakeStories.group(FakeStories.BEN, false, b1, b2)));
    StoryViewerViewModel model = open("ben");
    model.next();
    assertEquals("b2", at(model));
    model.previous();
    assertEquals("b1", at(model));
    model.previous();
    assertEquals("b1", at(model));
    assertFalse(model.over().get());
  }

  @Test
  void anAnswerIsOfTheOneOnTheScreen() {
    stories.show(List.of(FakeStories.group(FakeStories.BEN, false, b1, b2)));
    StoryViewerViewModel model = open("ben");
    model.next();
    model.answer("  nice  ", () -> stories.done.add("cleared"), Runnable::run);
    assertEquals(List.of("seen b1", "seen b2", "answer b2: nice", "cleared"), stories.done);
    assertEquals("Sent.", model.notice().get());
  }
}
