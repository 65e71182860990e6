package dev.windowshop.client.platform.fx;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The one door to the FX thread. Nothing else calls `Platform.runLater`.
public final class FxThread {
  private FxThread() {}

  /// Runs it there: at once when already there, otherwise later, in order.
  public static void run(Runnable work) {
    if (Platform.isFxApplicationThread()) {
      work.run();
    } else {
      Platform.runLater(work);
    }
  }

  /// Runs it there after what is queued now, even when already there.
  public static void later(Runnable work) {
    Platform.runLater(work);
  }

  /// Hands the stage's outcome to one of these, there.
  public static <T> void deliver(
      CompletionStage<T> stage, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    stage.whenComplete((value, failure) ->
        run(() -> {
          if (failure == null) {
            done.accept(value);
          } else {
            failed.accept(cause(failure));
          }
        }));
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof java.util.concurrent.CompletionException && cause != null
        ? cause
        : failure;
  }
}
