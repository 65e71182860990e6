package dev.windowshop.client.story;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Story;
import dev.windowshop.protocol.User;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Which status is on the screen, for how long, and what comes after it. One person's after the
/// other's, in the order in which they stood when it was opened. Works on the FX thread.
public final class StoryViewerViewModel {
  private static final double SHORTEST = 5_000;
  private static final double LONGEST = 20_000;

  /// A calm reader reads so many characters in a second.
  private static final double READ = 15;

  /// One status on the screen.
  ///
  /// @param place among its author's, from 0
  /// @param of how many its author has
  public record Slide(User author, Story story, int place, int of, boolean own, boolean muted) {}

  private final Stories stories;
  private final List<String> authors = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable Slide> slide = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final BooleanProperty held = new SimpleBooleanProperty();
  private final Subscription observing;

  /// A video says how far it is; time by itself does not move it on.
  private boolean following;

  private Stories.Shown shown;

  /// @param authorId whose are shown first
  /// @param storyId the one to begin with; null for the first that is new
  public StoryViewerViewModel(
      Stories stories, String authorId, @Nullable String storyId, Executor ui) {
    this.stories = stories;
    Stories.Shown now = stories.shown().value();
    this.shown = now == null ? Stories.Shown.NOTHING : now;
    line(authorId);
    Story.Group first = group(authorId);
    if (first == null) {
      over.set(true);
    } else {
      Story begin =
          first.stories().stream()
              .filter(story -> storyId == null ? isNew(story) : story.id().equals(storyId))
              .findFirst()
              .orElse(first.stories().getFirst());
      show(first, begin);
    }
    observing = stories.shown().observe(next -> ui.execute(() -> changed(next)));
  }

  /// Who comes after whom: from the first one on, nobody who is muted, not oneself.
  private void line(String authorId) {
    authors.add(authorId);
    boolean after = false;
    for (Story.Group group : shown.groups()) {
      String id = group.author().id();
      if (after && !group.muted() && !id.equals(shown.ownId())) {
        authors.add(id);
      }
      after |= id.equals(authorId) && !id.equals(shown.ownId());
    }
  }

  private boolean isNew(Story story) {
    return !Boolean.TRUE.equals(story.seen()) && !story.authorId().equals(shown.ownId());
  }

  private Story.@Nullable Group group(String authorId) {
    return shown.groups().stream()
        .filter(group -> group.author().id().equals(authorId))
        .findFirst()
        .orElse(null);
  }

  /// Null once there is nothing more.
  public ReadOnlyObjectProperty<@Nullable Slide> slide() {
    return slide.getReadOnlyProperty();
  }

  /// How much of its time is over, 0 to 1.
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /// Whether everything was shown.
  public ReadOnlyBooleanProperty over() {
    return over.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }

  /// Time stands still while somebody holds it, writes, or looks at who has seen it.
  public BooleanProperty held() {
    return held;
  }

  /// So much time went by.
  public void tick(double millis) {
    Slide now = slide.get();
    if (now == null || held.get() || following) {
      return;
    }
    double next = progress.get() + millis / time(now.story());
    if (next >= 1) {
      next();
    } else {
      progress.set(next);
    }
  }

  /// The video on the screen has come so far.
  void played(double part) {
    if (following) {
      progress.set(Math.clamp(part, 0, 1));
    }
  }

  /// The video on the screen is over.
  void ended() {
    if (following) {
      next();
    }
  }

  /// The video on the screen is a poster only: it stays for as long as a picture does.
  void unplayable() {
    following = false;
    progress.set(0);
  }

  static double time(Story story) {
    String text = story.text();
    double reading = text == null ? 0 : 2_000 + 1_000 * text.length() / READ;
    return Math.clamp(reading, SHORTEST, LONGEST);
  }

  public void next() {
    Slide now = slide.get();
    if (now == null) {
      return;
    }
    Story.Group group = group(now.author().id());
    if (group != null && now.place() + 1 < group.stories().size()) {
      show(group, group.stories().get(now.place() + 1));
    } else {
      person(now.author().id(), 1);
    }
  }

  public void previous() {
    Slide now = slide.get();
    if (now == null) {
      return;
    }
    Story.Group group = group(now.author().id());
    if (group != null && now.place() > 0) {
      show(group, group.stories().get(now.place() - 1));
    } else if (!person(now.author().id(), -1)) {
      progress.set(0);
    }
  }

  /// @return whether there is somebody that way; forward from the last one ends it
  private boolean person(String from, int way) {
    for (int at = authors.indexOf(from) + way; at >= 0 && at < authors.size(); at += way) {
      Story.Group group = group(authors.get(at));
      if (group != null) {
        show(
            group,
            way < 0
                ? group.stories().getLast()
                : group.stories().stream()
                    .filter(this::isNew)
                    .findFirst()
                    .orElse(group.stories().getFirst()));
        return true;
      }
    }
    if (way > 0) {
      end();
    }
    return false;
  }

  private void end() {
    slide.set(null);
    over.set(true);
  }

  private void show(Story.Group group, Story story) {
    progress.set(0);
    notice.set("");
    following = story.type() == Story.Type.VIDEO;
    slide.set(slide(group, story));
    stories.seen(story);
  }

  private Slide slide(Story.Group group, Story story) {
    return new Slide(
        group.author(),
        story,
        group.stories().indexOf(story),
        group.stories().size(),
        group.author().id().equals(shown.ownId()),
        group.muted());
  }

  /// What is on the screen may have been taken back, or be over.
  private void changed(Stories.Shown next) {
    Slide now = slide.get();
    List<Story> before = now == null ? List.of() : storiesOf(now.author().id());
    shown = next;
    if (now == null) {
      return;
    }
    Story.Group group = group(now.author().id());
    Story same =
        group == null
            ? null
            : group.stories().stream()
                .filter(story -> story.id().equals(now.story().id()))
                .findFirst()
                .orElse(null);
    if (group != null && same != null) {
      slide.set(slide(group, same));
      return;
    }
    Story after =
        group == null
            ? null
            : before.stream()
                .dropWhile(story -> !story.id().equals(now.story().id()))
                .filter(group.stories()::contains)
                .findFirst()
                .orElse(null);
    if (group != null && after != null) {
      show(group, after);
    } else {
      person(now.author().id(), 1);
    }
  }

  private List<Story> storiesOf(String authorId) {
    Story.Group group = group(authorId);
    return group == null ? List.of() : group.stories();
  }

  public void mute(boolean on) {
    Slide now = slide.get();
    if (now != null && !now.own()) {
      stories.mute(now.author().id(), on);
    }
  }

  public void remove() {
    Slide now = slide.get();
    if (now != null && now.own()) {
      stories.remove(now.story().id());
    }
  }

  /// @param done told once it is safe on this machine
  public void answer(String text, Runnable done, Executor ui) {
    Slide now = slide.get();
    if (now == null || now.own() || text.isBlank()) {
      return;
    }
    var unused =
        stories
            .answer(now.story(), text.strip())
            .whenCompleteAsync(
                (_, failure) -> {
                  if (failure == null) {
                    notice.set("Sent.");
                    done.run();
                  } else {
                    notice.set("This could not be sent. Try again in a moment.");
                  }
                },
                ui);
  }

  public void close() {
    observing.close();
  }
}
