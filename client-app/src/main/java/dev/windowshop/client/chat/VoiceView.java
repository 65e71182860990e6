package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.voice.VoicePlayer;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A voice message: play and pause, its waveform to click into, how long it is, how fast.
final class VoiceView extends HBox {
  private static final double WIDTH = 164;
  private static final double HEIGHT = 30;
  private static final int BARS = 41;
  private static final List<Double> SPEEDS = List.of(1.0, 1.5, 2.0);

  private final Line.Media voice;
  private final ChatContext context;
  private final FileActions files;
  private final VoicePlayer player;
  private final FontIcon sign = Icons.of(Feather.PLAY, "voice-sign");
  private final Button play = new Button();
  private final Pane wave = new Pane();
  private final Region[] bars = new Region[BARS];
  private final Label time = new Label();
  private final Button speed = new Button();
  private @Nullable Subscription observing;
  private long at;
  private boolean playing;
  private double fast = 1;

  VoiceView(Line.Media voice, ChatContext context, FileActions files) {
    super(10);
    this.voice = voice;
    this.context = context;
    this.files = files;
    this.player = context.media().player();
    getStyleClass().add("voice");
    setAlignment(Pos.CENTER_LEFT);
    play.getStyleClass().setAll("voice-play");
    play.setGraphic(sign);
    play.setOnAction(_ -> toggle());
    files.menu(play, voice);
    wave.setMinSize(WIDTH, HEIGHT);
    wave.setMaxSize(WIDTH, HEIGHT);
    wave.setCursor(Cursor.HAND);
    wave.setOnMouseClicked(event -> seek(event.getX() / WIDTH));
    drawWave();
    time.getStyleClass().addAll("voice-time", "t-figures");
    speed.getStyleClass().setAll("voice-speed");
    speed.setOnAction(_ -> faster());
    Region gap = new Region();
    HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
    HBox foot = new HBox(6, time, gap, speed);
    foot.setAlignment(Pos.CENTER_LEFT);
    VBox right = new VBox(2, wave, foot);
    getChildren().addAll(play, right);
    show(player.state().value());
    // Observed only while it is in the scene: lines come and go while one scrolls.
    sceneProperty()
        .subscribe(scene -> {
          Subscription before = observing;
          if (before != null) {
            before.close();
            observing = null;
          }
          if (scene != null) {
            observing = player.state().observe(now -> FxThread.run(() -> show(now)));
          }
        });
  }

  private void drawWave() {
    List<Integer> levels = voice.levels();
    double step = WIDTH / BARS;
    for (int i = 0; i < BARS; i++) {
      int level = levels.isEmpty() ? 60 : levels.get((int) ((long) i * levels.size() / BARS));
      double height = Math.max(3, level / 255.0 * HEIGHT);
      Region bar = new Region();
      bar.getStyleClass().add("voice-bar");
      bar.setMouseTransparent(true);
      bar.resizeRelocate(i * step, (HEIGHT - height) / 2, step - 1.5, height);
      bar.setManaged(false);
      bars[i] = bar;
    }
    wave.getChildren().setAll(bars);
  }

  private void toggle() {
    if (playing) {
      player.pause();
    } else {
      playFrom(at);
    }
  }

  private void playFrom(long from) {
    FxThread.deliver(
        context.chats().files().fetch(voice, _ -> {}),
        file -> {
          context.media().videos().pause();
          player.play(voice.key(), file, from, fast);
        },
        failure -> context.notices().show(FileActions.why(failure)));
  }

  private void seek(double part) {
    at = Math.round(Math.clamp(part, 0, 1) * voice.durationMs());
    if (playing) {
      playFrom(at);
    } else {
      draw();
      playFrom(at);
    }
  }

  private void faster() {
    int next = (SPEEDS.indexOf(fast) + 1) % SPEEDS.size();
    fast = SPEEDS.get(next);
    draw();
    if (playing) {
      playFrom(at);
    }
  }

  private void show(VoicePlayer.@Nullable State state) {
    if (state != null && state.key().equals(voice.key())) {
      at = state.millis();
      playing = state.playing();
      if (playing) {
        fast = state.speed();
      }
      String problem = state.problem();
      if (problem != null && getScene() != null) {
        context.notices().show(problem, "Open it", () -> files.open(voice));
      }
    } else {
      playing = false;
    }
    draw();
  }

  private void draw() {
    sign.setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
    play.setAccessibleText(playing ? "Pause" : "Play the voice message");
    long length = voice.durationMs();
    time.setText(MediaOf.length(at > 0 ? at : length));
    speed.setText(fast == 1.5 ? "1.5\u00D7" : Math.round(fast) + "\u00D7");
    speed.setAccessibleText("Speed " + speed.getText());
    double part = length > 0 ? (double) at / length : 0;
    for (int i = 0; i < BARS; i++) {
      boolean heard = at > 0 && (double) i / BARS <= part;
      bars[i].pseudoClassStateChanged(HEARD, heard);
    }
  }

  private static final javafx.css.PseudoClass HEARD =
      javafx.css.PseudoClass.getPseudoClass("heard");
}
