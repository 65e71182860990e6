package dev.windowshop.client.chat;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.video.FullScreenVideo;
import dev.windowshop.client.video.Playback;
import dev.windowshop.client.video.VideoScreen;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A video in a message: its poster and how long it is; once it is wanted, how much of it has come;
/// then the video itself.
final class VideoView extends VBox {
  private static final double RADIUS = 10;
  private static final double LEAST = 96;

  /// What one does with a video takes so much.
  private static final double NARROWEST = 208;

  private static final double TALLEST = 340;

  private final Line.Media video;
  private final ChatContext context;
  private final VideoPlace place;
  private final StackPane stage = new StackPane();
  private final Button tile = new Button();
  private final ContextMenu menu;
  private @Nullable VideoScreen screen;
  private @Nullable Subscription observing;

  VideoView(Line.Media video, ChatContext context, FileActions files, VideoPlace place) {
    super(6);
    this.video = video;
    this.context = context;
    this.place = place;
    this.menu = files.menu(video, "Open in your player");
    getStyleClass().add("video");
    size();
    tile.getStyleClass().setAll("picture-button");
    tile.setGraphic(poster());
    String length = video.durationMs() > 0 ? ", " + MediaOf.length(video.durationMs()) : "";
    tile.setAccessibleText("Play the video " + video.name() + length);
    tile.setOnAction(_ -> place.play(video));
    tile.setContextMenu(menu);
    getChildren().addAll(stage, words());
    stage.setOnContextMenuRequested(event -> {
      if (screen != null) {
        menu.show(stage, event.getScreenX(), event.getScreenY());
        event.consume();
      }
    });
    show(place.state().get());
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(this::inSight);
  }

  private void size() {
    double ratio =
        video.width() > 0 && video.height() > 0
            ? (double) video.height() / video.width()
            : 9.0 / 16;
    double height = Math.clamp(MediaNodes.WIDTH * ratio, LEAST, TALLEST);
    double width = Math.clamp(height / ratio, NARROWEST, MediaNodes.WIDTH);
    stage.setMinSize(width, height);
    stage.setPrefSize(width, height);
    stage.setMaxSize(width, height);
  }

  private StackPane poster() {
    StackPane poster = new StackPane();
    poster.getStyleClass().add("video-poster");
    poster.setMinSize(stage.getMinWidth(), stage.getMinHeight());
    poster.setPrefSize(stage.getMinWidth(), stage.getMinHeight());
    String thumb = video.thumbUrl();
    if (thumb != null) {
      PictureView picture = new PictureView(context.pictures(), RADIUS);
      picture.show(thumb, thumb, null);
      poster.getChildren().add(picture);
    } else if (video.local() != null) {
      FxThread.deliver(
          context.media().posters().of(video.local()),
          made ->
              made.ifPresent(one -> poster.getChildren().addFirst(PosterPicture.of(one, RADIUS))),
          _ -> {});
    }
    StackPane disc = new StackPane(Icons.of(Feather.PLAY, "video-play"));
    disc.getStyleClass().add("video-disc");
    disc.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    poster.getChildren().add(disc);
    if (video.durationMs() > 0) {
      Label length = new Label(MediaOf.length(video.durationMs()));
      length.getStyleClass().add("video-length");
      StackPane.setAlignment(length, Pos.BOTTOM_RIGHT);
      poster.getChildren().add(length);
    }
    return poster;
  }

  private VBox words() {
    Label name = new Label(video.name());
    name.getStyleClass().add("file-name");
    name.setMinWidth(0);
    name.setMaxWidth(MediaNodes.WIDTH);
    String outside = place.mayPlay(video) ? "" : " \u00B7 opens in your player";
    Label size = new Label("Video \u00B7 " + MediaOf.size(video.size()) + outside);
    size.getStyleClass().add("file-size");
    return new VBox(1, name, size);
  }

  /// Only what is in sight plays.
  private void inSight(boolean now) {
    if (now && observing == null) {
      place.came(video.key());
      observing = place.state().subscribe(this::show);
    } else if (!now && observing != null) {
      observing.unsubscribe();
      observing = null;
      place.left(video.key());
      clear();
    }
  }

  private void show(VideoPlace.State state) {
    if (!state.key().equals(video.key())) {
      clear();
      stage.getChildren().setAll(tile);
      return;
    }
    switch (state) {
      case VideoPlace.Nothing() -> {}
      case VideoPlace.Fetching fetching -> {
        clear();
        stage.getChildren().setAll(tile, coming(fetching));
      }
      case VideoPlace.Showing(_, Playback playback) -> {
        if (screen == null) {
          play(playback);
        }
      }
    }
  }

  private StackPane coming(VideoPlace.Fetching fetching) {
    ProgressIndicator ring = new ProgressIndicator();
    ring.getStyleClass().add("video-ring");
    ring.setMinSize(52, 52);
    ring.setMaxSize(52, 52);
    ring.setMouseTransparent(true);
    fetching
        .progress()
        .subscribe(part -> ring.setProgress(part.doubleValue() <= 0 ? -1 : part.doubleValue()));
    Button stop = Icons.button(Feather.X, "Don\u2019t fetch", place::stop);
    stop.getStyleClass().add("video-stop");
    Label much = new Label();
    much.getStyleClass().add("video-length");
    fetching
        .progress()
        .subscribe(part ->
            much.setText(
                MediaOf.size(Math.round(part.doubleValue() * video.size()))
                    + " of "
                    + MediaOf.size(video.size())));
    StackPane.setAlignment(much, Pos.BOTTOM_LEFT);
    much.setMouseTransparent(true);
    much.getStyleClass().add("video-much");
    StackPane over = new StackPane(ring, stop, much);
    over.getStyleClass().add("video-coming");
    return over;
  }

  private void play(Playback playback) {
    VideoScreen shown =
        new VideoScreen(
            playback,
            RADIUS,
            () -> {
              if (getScene() != null) {
                FullScreenVideo.show(playback, getScene().getWindow());
              }
            },
            false);
    shown.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            place.stop();
            tile.requestFocus();
          }
        });
    screen = shown;
    StackPane under = new StackPane();
    under.getStyleClass().add("video-poster");
    boolean focused = tile.isFocused() || stage.isFocusWithin();
    stage.getChildren().setAll(under, shown);
    if (focused) {
      shown.requestFocus();
    }
  }

  private void clear() {
    VideoScreen shown = screen;
    screen = null;
    if (shown != null) {
      shown.clear();
      stage.getChildren().setAll(tile);
    }
  }
}
