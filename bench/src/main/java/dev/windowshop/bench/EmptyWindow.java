package dev.windowshop.bench;

import java.io.PrintStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The yardstick of the start-up benchmark: a JavaFX window with nothing in it.
public final class EmptyWindow {
  private EmptyWindow() {}

  public static void main(String[] args) {
    Application.launch(Window.class, args);
  }

  /// The application itself; not the main class, so that it also runs from the class path.
  public static final class Window extends Application {
    @Override
    public void start(Stage stage) {
      Scene scene = new Scene(new StackPane(), 1280, 800);
      stage.setScene(scene);
      PrintStream out = System.out;
      Runnable[] afterPulse = new Runnable[1];
      int[] pulses = new int[1];
      afterPulse[0] =
          () -> {
            if (++pulses[0] < 2) {
              Platform.requestNextPulse();
              return;
            }
            scene.removePostLayoutPulseListener(afterPulse[0]);
            out.println(StartupBench.FIRST_FRAME);
            out.flush();
            Platform.exit();
          };
      scene.addPostLayoutPulseListener(afterPulse[0]);
      stage.show();
    }
  }
}
