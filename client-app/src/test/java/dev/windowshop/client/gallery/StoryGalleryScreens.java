package dev.windowshop.client.gallery;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.story.FakeStories;
import dev.windowshop.protocol.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The screens of statuses.
final class StoryGalleryScreens {
  private StoryGalleryScreens() {}

  static List<GalleryMain.Screen> all() {
    List<GalleryMain.Screen> screens = new ArrayList<>();
    add(screens, "story-rings", window -> {});
    add(screens, "story-words", window -> window.storyScreens.open("ben"));
    add(screens, "story-long", window -> window.storyScreens.openStory("b2"));
    add(screens, "story-picture", window -> window.storyScreens.open("cleo"));
    add(
        screens,
        "story-own",
        window -> {
          window.storyScreens.open("ana");
          ChatScreens.later(() -> ChatScreens.fire(window, ".story-viewers-button", null));
        });
    add(screens, "story-compose", window -> window.storyScreens.compose());
    return screens;
  }

  private static void add(
      List<GalleryMain.Screen> screens, String name, Consumer<GalleryWindow> then) {
    screens.add(
        new GalleryMain.Screen(
            name,
            true,
            new Destination.Home(),
            window -> {
              window.accounts.signIn("maya", "walking");
              fill(window.stories);
              window.shell.dock().openList();
              then.accept(window);
            }));
  }

  private static void fill(FakeStories stories) {
    stories.viewers =
        List.of(
            new Story.Viewer(FakeStories.CLEO, Instant.now().minusSeconds(200)),
            new Story.Viewer(FakeStories.BEN, Instant.now().minusSeconds(2_000)));
    stories.show(
        List.of(
            FakeStories.group(
                FakeStories.ANA,
                false,
                FakeStories.words("a1", FakeStories.ANA, "At the market until noon 🍋", "#166534")),
            FakeStories.group(
                FakeStories.BEN,
                false,
                FakeStories.words("b1", FakeStories.BEN, "Who wants the last fig? 🎉", "#6d28d9"),
                FakeStories.words(
                    "b2",
                    FakeStories.BEN,
                    "A long one: the bakery on the corner has changed its hours, opens at seven"
                        + " now, and has those Donaudampfschifffahrtsgesellschaftskapitän rolls"
                        + " again which everybody asked for last winter. Come early, bring a bag,"
                        + " and say hello to the cat in the window; she is new there.",
                    "#fde68a")),
            FakeStories.group(
                FakeStories.CLEO,
                false,
                FakeStories.picture("c1", FakeStories.CLEO, "Saturday in the park", "p1"))));
  }
}
