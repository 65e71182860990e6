package dev.windowshop.client.shell.look;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.value.WritableValue;
import javafx.util.Duration;

/// Movement: short, easing out, and none at all when the system asks for less of it.
public final class Motion {
  public static final Duration QUICK = Duration.millis(120);
  public static final Duration CALM = Duration.millis(200);
  private static final Interpolator EASE_OUT = Interpolator.SPLINE(0.2, 0.8, 0.2, 1);

  private Motion() {}

  /// Moves a value to its target; at once when motion is reduced.
  public static <T> Animation move(WritableValue<T> value, T target, Duration duration) {
    return move(value, target, duration, () -> {});
  }

  public static <T> Animation move(
      WritableValue<T> value, T target, Duration duration, Runnable then) {
    Timeline timeline = new Timeline();
    if (reduced()) {
      value.setValue(target);
      then.run();
      return timeline;
    }
    timeline.getKeyFrames().add(new KeyFrame(duration, new KeyValue(value, target, EASE_OUT)));
    timeline.setOnFinished(event -> then.run());
    timeline.play();
    return timeline;
  }

  public static boolean reduced() {
    return Platform.getPreferences().isReducedMotion();
  }
}
