package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.voice.VoiceRecorder;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// In the composer's place while somebody records: how long, how loud, away with it or send it.
final class VoiceBar extends HBox {
  private static final int BARS = 48;
  private static final double BAR = 4;
  private static final double HEIGHT = 28;

  private final VoiceRecorder recorder;
  private final Label time = new Label("0:00");
  private final Pane meter = new Pane();
  private final Deque<Double> levels = new ArrayDeque<>();
  private @Nullable Subscription observing;

  VoiceBar(VoiceRecorder recorder, Runnable cancel, Runnable send) {
    super(8);
    this.recorder = recorder;
    getStyleClass().add("voice-bar-row");
    setAlignment(Pos.CENTER_LEFT);
    Region dot = new Region();
    dot.getStyleClass().add("recording-dot");
    dot.setMinSize(10, 10);
    dot.setMaxSize(10, 10);
    time.getStyleClass().addAll("voice-time", "t-figures");
    time.setMinWidth(40);
    meter.setMinSize(0, HEIGHT);
    meter.setPrefSize(BARS * BAR, HEIGHT);
    meter.setMaxHeight(HEIGHT);
    HBox.setHgrow(meter, Priority.ALWAYS);
    var drop = Icons.button(Feather.TRASH_2, "Don't send", cancel);
    var done = Icons.button(Feather.ARROW_UP, "Send the voice message", send);
    done.getStyleClass().add("send-button");
    getChildren().addAll(drop, dot, time, meter, done);
  }

  void begin() {
    levels.clear();
    time.setText("0:00");
    meter.getChildren().clear();
    observing = recorder.state().observe(state -> FxThread.run(() -> show(state)));
  }

  void end() {
    if (observing != null) {
      observing.close();
      observing = null;
    }
  }

  private void show(VoiceRecorder.State state) {
    if (!state.recording()) {
      return;
    }
    time.setText(MediaOf.length(state.millis()));
    levels.addLast(state.level());
    int most = Math.max(8, (int) (meter.getWidth() / BAR));
    while (levels.size() > most) {
      levels.removeFirst();
    }
    int i = 0;
    for (double level : levels) {
      Region bar;
      if (i < meter.getChildren().size()) {
        bar = (Region) meter.getChildren().get(i);
      } else {
        bar = new Region();
        bar.getStyleClass().add("voice-bar");
        bar.setManaged(false);
        meter.getChildren().add(bar);
      }
      double height = Math.max(3, level * HEIGHT);
      bar.resizeRelocate(i * BAR, (HEIGHT - height) / 2, BAR - 1.5, height);
      i++;
    }
    meter.getChildren().remove(i, meter.getChildren().size());
  }
}
