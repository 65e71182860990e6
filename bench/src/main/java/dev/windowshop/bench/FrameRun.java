package dev.windowshop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Scrolls a scene at one speed and says how long its frames take. On the FX thread.
public final class FrameRun extends AnimationTimer {
  /// The longest that the FX thread may take for a frame, of twenty frames' nineteen.
  public static final double BUDGET = 16;

  private static final int FRAMES = 400;
  private static final int WARM = 200;

  /// Pixels a frame: reading, flicking, racing.
  private static final Map<String, Double> SPEEDS = speeds();

  private final Scene scene;
  private final double speed;
  private final DoubleConsumer step;
  private final Consumer<FrameRun> done;
  private final long[] work = new long[FRAMES];
  private final long[] apart = new long[FRAMES];
  private final Runnable laidOut = this::laidOut;
  private int frame = -WARM;
  private long pulse;
  private long before;

  private FrameRun(Scene scene, double speed, DoubleConsumer step, Consumer<FrameRun> done) {
    this.scene = scene;
    this.speed = speed;
    this.step = step;
    this.done = done;
    scene.addPostLayoutPulseListener(laidOut);
  }

  private static Map<String, Double> speeds() {
    Map<String, Double> speeds = new LinkedHashMap<>();
    speeds.put("reading, 20 px a frame", 20.0);
    speeds.put("a wheel, 120 px a frame", 120.0);
    speeds.put("flung, 900 px a frame", 900.0);
    return speeds;
  }

  /// Scrolls at every speed, one after the other.
  ///
  /// @param step scrolls so many pixels further
  /// @param done gets the figures of all
  public static void all(
      Scene scene, DoubleConsumer step, Consumer<? super Map<String, Object>> done) {
    next(scene, step, new ArrayList<>(SPEEDS.keySet()), new LinkedHashMap<>(), done);
  }

  private static void next(
      Scene scene,
      DoubleConsumer step,
      List<String> left,
      Map<String, Object> figures,
      Consumer<? super Map<String, Object>> done) {
    if (left.isEmpty()) {
      done.accept(figures);
      return;
    }
    String name = left.removeFirst();
    new FrameRun(
            scene,
            SPEEDS.getOrDefault(name, 0.0),
            step,
            run -> {
              report(figures, name + ": FX thread", Times.of(run.work, FRAMES));
              report(figures, name + ": frame to frame", Times.of(run.apart, FRAMES));
              Platform.runLater(() -> next(scene, step, left, figures, done));
            })
        .start();
  }

  private static void report(Map<String, Object> figures, String what, Times times) {
    figures.put(what + ", p50 ms", times.at(0.5));
    figures.put(what + ", p95 ms", times.at(0.95));
    figures.put(what + ", p99 ms", times.at(0.99));
  }

  /// Whether the p95 of every speed is within the budget.
  public static boolean met(Map<?, ?> figures) {
    return figures.entrySet().stream()
        .filter(each -> each.getKey().toString().endsWith("FX thread, p95 ms"))
        .allMatch(each -> ((Number) each.getValue()).doubleValue() <= BUDGET);
  }

  /// A program with a window of its own, without a display on JavaFX's headless platform.
  public static Child window(RelayJar jar, Path log, Class<?> program, String... arguments)
      throws IOException {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dprism.order=sw"));
    if (System.getenv("DISPLAY") == null) {
      flags.add("-Dglass.platform=Headless");
    }
    return jar.beside(log, flags, program, arguments);
  }

  @Override
  public void handle(long now) {
    long at = System.nanoTime();
    if (frame >= 0 && frame < FRAMES) {
      apart[frame] = at - before;
    }
    before = at;
    pulse = at;
    step.accept(speed);
  }

  /// What the FX thread did between the pulse's begin and the end of its layout.
  private void laidOut() {
    if (frame >= 0 && frame < FRAMES) {
      work[frame] = System.nanoTime() - pulse;
    }
    if (++frame == FRAMES) {
      stop();
      scene.removePostLayoutPulseListener(laidOut);
      done.accept(this);
    }
  }
}
