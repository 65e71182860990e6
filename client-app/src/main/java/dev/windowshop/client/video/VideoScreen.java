package dev.windowshop.client.video;

import dev.windowshop.client.shell.look.Icons;
import java.util.Locale;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A video that plays, with what one does with it: play and pause, a place to go to, the time, its
/// sound, and all of the screen. With the keys: space, the arrows for five seconds, M, F.
public final class VideoScreen extends StackPane {
  private static final long STEP = 5_000;
  private static final Duration IDLE = Duration.seconds(2.5);
  private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

  private final Playback playback;
  private final Runnable larger;
  private final VideoSurface surface;
  private final FontIcon sign = Icons.of(Feather.PAUSE);
  private final Button play = new Button();
  private final Slider place = new Slider(0, 1, 0);
  private final Label time = new Label();
  private final FontIcon sound = Icons.of(Feather.VOLUME_2);
  private final Button mute = new Button();
  private final HBox bar = new HBox(4);
  private final ProgressIndicator waiting = new ProgressIndicator();
  private final PauseTransition idle = new PauseTransition(IDLE);
  private boolean showing;

  /// @param radius of its corners
  /// @param larger shows it on all of the screen, or no longer
  /// @param full whether it is on all of the screen already
  public VideoScreen(Playback playback, double radius, Runnable larger, boolean full) {
    this.playback = playback;
    this.larger = larger;
    this.surface = new VideoSurface(radius);
    getStyleClass().add("video-screen");
    pseudoClassStateChanged(SMALL, !full);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText("Video");
    setMinSize(0, 0);
    waiting.setMaxSize(30, 30);
    waiting.setMouseTransparent(true);
    bar(full);
    getChildren().addAll(surface, waiting, bar);
    StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
    bar.setMaxHeight(HBox.USE_PREF_SIZE);
    addEventFilter(MouseEvent.MOUSE_MOVED, _ -> stir());
    addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> stir());
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> rest());
    surface.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        requestFocus();
        if (event.getClickCount() == 2) {
          larger.run();
        } else if (event.getClickCount() == 1) {
          playback.toggle();
        }
      }
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    // Its keys are letters too.
    addEventHandler(KeyEvent.KEY_TYPED, KeyEvent::consume);
    idle.setOnFinished(_ -> rest());
    playback.phase().subscribe(_ -> show());
    playback.millis().subscribe(_ -> moved());
    playback.length().subscribe(_ -> moved());
    playback.muted().subscribe(_ -> show());
    show();
    stir();
  }

  private void bar(boolean full) {
    play.getStyleClass().setAll("video-button");
    play.setGraphic(sign);
    play.setOnAction(_ -> playback.toggle());
    place.getStyleClass().add("video-place");
    place.setMinWidth(40);
    place.setAccessibleText("Place in the video");
    place.setFocusTraversable(false);
    HBox.setHgrow(place, Priority.ALWAYS);
    place
        .valueProperty()
        .subscribe((before, now) -> {
          if (!showing) {
            playback.seek(Math.round(now.doubleValue() * playback.length().get()));
          }
        });
    time.getStyleClass().addAll("video-time", "t-figures");
    time.setMinWidth(Label.USE_PREF_SIZE);
    mute.getStyleClass().setAll("video-button");
    mute.setGraphic(sound);
    mute.setOnAction(_ -> playback.muted().set(!playback.muted().get()));
    Button large = new Button();
    large.getStyleClass().setAll("video-button");
    large.setGraphic(Icons.of(full ? Feather.MINIMIZE : Feather.MAXIMIZE));
    large.setAccessibleText(full ? "Back into the conversation" : "Full screen");
    large.setOnAction(_ -> larger.run());
    bar.getStyleClass().add("video-controls");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getChildren().addAll(play, place, time, mute, large);
  }

  private void pressed(KeyEvent event) {
    boolean took = true;
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (event.getCode() == KeyCode.SPACE) {
      playback.toggle();
    } else if (event.getCode() == KeyCode.LEFT) {
      playback.seek(playback.millis().get() - STEP);
    } else if (event.getCode() == KeyCode.RIGHT) {
      playback.seek(playback.millis().get() + STEP);
    } else if (event.getCode() == KeyCode.M) {
      playback.muted().set(!playback.muted().get());
    } else if (event.getCode() == KeyCode.F) {
      larger.run();
    } else {
      took = false;
    }
    if (took) {
      stir();
      event.consume();
    }
  }

  private void show() {
    surface.show(playback);
    boolean running =
        switch (playback.phase().get()) {
          case PLAYING, OPENING -> true;
          case PAUSED, ENDED, FAILED, CLOSED -> false;
        };
    waiting.setVisible(playback.phase().get() == Playback.Phase.OPENING);
    sign.setIconCode(
        running
            ? Feather.PAUSE
            : playback.phase().get() == Playback.Phase.ENDED ? Feather.ROTATE_CCW : Feather.PLAY);
    play.setAccessibleText(running ? "Pause" : "Play");
    boolean muted = playback.muted().get() || playback.silent();
    sound.setIconCode(muted ? Feather.VOLUME_X : Feather.VOLUME_2);
    mute.setAccessibleText(
        playback.silent() ? "There is no sound" : muted ? "Sound on" : "Sound off");
    mute.setDisable(playback.silent());
    if (!running) {
      bar.setOpacity(1);
    }
    moved();
  }

  private void moved() {
    long length = playback.length().get();
    long at = playback.millis().get();
    time.setText(length > 0 ? clock(at) + " / " + clock(length) : "");
    if (!place.isValueChanging()) {
      showing = true;
      place.setValue(length > 0 ? Math.clamp((double) at / length, 0, 1) : 0);
      showing = false;
    }
  }

  private static String clock(long millis) {
    long seconds = millis / 1000;
    return seconds >= 3600
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /// What one does with it shows while one does something.
  private void stir() {
    bar.setOpacity(1);
    idle.playFromStart();
  }

  private void rest() {
    if (playback.playing() && !place.isValueChanging() && !bar.isHover()) {
      idle.stop();
      FadeTransition fade = new FadeTransition(Duration.millis(160), bar);
      fade.setToValue(0);
      fade.setOnFinished(_ -> {
        if (!playback.playing()) {
          bar.setOpacity(1);
        }
      });
      fade.play();
    }
  }

  /// Shows nothing any more, whatever goes on with the video.
  public void clear() {
    idle.stop();
    surface.clear();
  }
}
