package dev.windowshop.client.story;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Motion;
import dev.windowshop.client.video.Playback;
import dev.windowshop.client.video.VideoSurface;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Story;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The video of the status that is on the screen: its poster until it is here, then the video,
/// whose length is the status'. What this system can't decode stays a poster, and opens elsewhere.
/// On the FX thread.
final class StoryVideo {
  private final Story story;
  private final StoryContext context;
  private final StoryViewerViewModel model;
  private final VideoSurface picture = new VideoSurface(0);
  private final ProgressIndicator waiting = new ProgressIndicator();
  private final StackPane over = new StackPane(picture, waiting);
  private Subscription observing = Subscription.EMPTY;
  private @Nullable Playback playback;
  private boolean closed;

  StoryVideo(Story story, StoryContext context, StoryViewerViewModel model) {
    this.story = story;
    this.context = context;
    this.model = model;
    waiting.setMaxSize(34, 34);
    waiting.setMouseTransparent(true);
    picture.setMouseTransparent(true);
    over.setPickOnBounds(false);
    over.setMinSize(0, 0);
  }

  void begin(StorySurface surface) {
    Attachment video = story.attachment();
    String poster = video == null ? null : video.thumbUrl();
    surface.picture(
        ready -> {
          if (poster != null) {
            context.pictures().load(poster, 0, ready);
          }
        },
        over,
        story.text());
    if (video == null) {
      unplayable(null);
      return;
    }
    FxThread.deliver(context.stories().video(story), this::play, _ -> unplayable(null));
  }

  private void play(Path file) {
    if (closed) {
      return;
    }
    Playback begun = context.videos().play("story " + story.id(), file);
    playback = begun;
    observing =
        observing
            .and(begun.phase().subscribe(phase -> went(begun, phase, file)))
            .and(
                begun
                    .millis()
                    .subscribe(at -> {
                      long length = begun.length().get();
                      if (length > 0) {
                        model.played((double) at.longValue() / length);
                      }
                    }))
            .and(model.held().subscribe(this::hold));
  }

  private void hold(boolean held) {
    Playback now = playback;
    if (now != null && held) {
      now.pause();
    } else if (now != null && now.phase().get() != Playback.Phase.ENDED) {
      now.play();
    }
  }

  private void went(Playback of, Playback.Phase phase, Path file) {
    waiting.setVisible(phase == Playback.Phase.OPENING);
    switch (phase) {
      case OPENING, CLOSED -> {}
      case PLAYING, PAUSED -> picture.show(of);
      case ENDED -> {
        if (!Motion.reduced()) {
          // Not while the player tells of its end.
          FxThread.later(() -> {
            if (!closed) {
              model.ended();
            }
          });
        }
      }
      case FAILED -> unplayable(file);
    }
  }

  /// @param file null when it could not even be fetched
  private void unplayable(@Nullable Path file) {
    if (closed) {
      return;
    }
    model.unplayable();
    waiting.setVisible(false);
    picture.clear();
    picture.setVisible(false);
    Label why =
        new Label(
            file == null
                ? "This video can't be fetched now."
                : "This machine can't play this video here.");
    why.getStyleClass().add("story-video-note");
    why.setWrapText(true);
    VBox words = new VBox(10, why);
    words.setAlignment(Pos.CENTER);
    words.getStyleClass().add("story-video-fallback");
    words.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    if (file != null) {
      Button open = new Button("Open in your player", Icons.of(Feather.EXTERNAL_LINK));
      open.setFocusTraversable(false);
      open.setOnAction(_ -> context.program().accept(file));
      words.getChildren().add(open);
    }
    over.getChildren().add(words);
  }

  void close() {
    closed = true;
    observing.unsubscribe();
    picture.clear();
    Playback now = playback;
    playback = null;
    if (now != null) {
      now.close();
    }
  }
}
