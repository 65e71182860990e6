package dev.windowshop.client.story;

import dev.windowshop.protocol.Story;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The screens of statuses. Used on the FX thread.
public final class StoryScreens {
  private final StoryContext context;

  public StoryScreens(StoryContext context) {
    this.context = context;
  }

  /// The row of rings.
  ///
  /// @param ownName of who is signed in
  /// @param ownPicture likewise; empty for none
  public Node rings(Supplier<String> ownName, ObservableValue<String> ownPicture) {
    return new StoryRings(context, this, ownName, ownPicture);
  }

  /// What somebody has posted, and after it the others'.
  public void open(String authorId) {
    open(authorId, null);
  }

  /// One that was answered, while it is there.
  public void openStory(String storyId) {
    Story story = find(storyId);
    if (story == null) {
      context.notices().show("This status is over.");
    } else {
      open(story.authorId(), storyId);
    }
  }

  /// What one says, while it is there; null when it is over.
  public @Nullable String said(String storyId) {
    Story story = find(storyId);
    if (story == null) {
      return null;
    }
    String text = story.text();
    return text != null ? text : story.type() == Story.Type.VIDEO ? "A video" : "A picture";
  }

  private @Nullable Story find(String storyId) {
    Stories.Shown shown = context.stories().shown().value();
    return shown == null
        ? null
        : shown.groups().stream()
            .flatMap(group -> group.stories().stream())
            .filter(story -> story.id().equals(storyId))
            .findFirst()
            .orElse(null);
  }

  private void open(String authorId, @Nullable String storyId) {
    StoryViewerViewModel model =
        new StoryViewerViewModel(context.stories(), authorId, storyId, context.ui());
    if (model.over().get()) {
      model.close();
      context.notices().show("This status is over.");
      return;
    }
    StoryViewer viewer = new StoryViewer(model, context, context.sheets()::close);
    context.sheets().fill(viewer, viewer::stop);
  }

  public void compose() {
    context
        .sheets()
        .show(
            new StoryComposerView(
                new StoryComposerViewModel(context.stories(), context.ui()), context));
  }

  /// What the relay did not want: tried again, or given up.
  void refused(Stories.Shown shown) {
    shown.waiting().stream()
        .filter(one -> one.problem() != null)
        .findFirst()
        .ifPresent(one -> context.sheets().show(new RefusedStoryView(one, context)));
  }
}
