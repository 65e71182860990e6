package dev.windowshop.client.app;

import dev.windowshop.client.platform.Settings;
import dev.windowshop.client.shell.Shell;
import dev.windowshop.client.shell.look.Theme;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The window itself: where it was and how large, and its end. On the FX thread.
final class AppWindow {
  private static final double WIDTH = 1360;
  private static final double HEIGHT = 860;
  private static final double LEAST_WIDTH = 720;
  private static final double LEAST_HEIGHT = 520;

  private final Stage stage = new Stage();
  private final Settings settings;

  /// Whether what the window shows is already of use.
  private final BooleanSupplier useful;

  private Runnable seen = () -> {};

  AppWindow(Shell shell, Theme theme, Settings settings, BooleanSupplier useful, Runnable closed) {
    this.settings = settings;
    this.useful = useful;
    Scene scene = new Scene(shell.root(), WIDTH, HEIGHT);
    theme.install(scene);
    stage.setTitle("Windowshop");
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    place();
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN), this::close);
    stage.setOnCloseRequest(event -> {
      event.consume();
      remember();
      hideAll();
      closed.run();
    });
  }

  void icons(List<Image> icons) {
    stage.getIcons().setAll(icons);
  }

  /// The title says how many messages wait to be read.
  void setUnread(int count) {
    stage.setTitle(count > 0 ? "(" + count + ") Windowshop" : "Windowshop");
  }

  /// Runs once the first frame of use was rendered.
  void onUsefulFrame(Runnable listener) {
    seen = listener;
  }

  /// Also from under others, or from the task bar.
  void toFront() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  boolean isLookedAt() {
    return stage.isFocused() && !stage.isIconified();
  }

  /// Hears whether it is looked at, whenever that changes, and at once.
  void whileLookedAt(Consumer<Boolean> told) {
    stage.focusedProperty().subscribe(_ -> told.accept(isLookedAt()));
    stage.iconifiedProperty().subscribe(_ -> told.accept(isLookedAt()));
  }

  Scene scene() {
    return stage.getScene();
  }

  void show() {
    stage.show();
    Timing.mark("window shown");
    firstFrame();
  }

  /// Ends it as its close button does.
  void close() {
    stage.fireEvent(
        new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  /// Pop-ups before the window: the other way round GTK may crash.
  private void hideAll() {
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window != stage) {
        window.hide();
      }
    }
    stage.hide();
  }

  /// Where it was, as long as that is still on a screen.
  private void place() {
    double width = settings.number("window.width", 0);
    double height = settings.number("window.height", 0);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(width > 0 ? width : WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(height > 0 ? height : HEIGHT, screen.getHeight()));
    double x = settings.number("window.x", Double.NaN);
    double y = settings.number("window.y", Double.NaN);
    if (!Double.isNaN(x)
        && !Double.isNaN(y)
        && !Screen.getScreensForRectangle(x, y, stage.getWidth() / 2, 40).isEmpty()) {
      stage.setX(x);
      stage.setY(y);
    }
    stage.setMaximized(settings.flag("window.maximized", false));
  }

  private void remember() {
    settings.set("window.maximized", stage.isMaximized());
    if (!stage.isMaximized()) {
      settings.set("window.x", stage.getX());
      settings.set("window.y", stage.getY());
      settings.set("window.width", stage.getWidth());
      settings.set("window.height", stage.getHeight());
    }
  }

  /// The second pulse after there is something to see comes once that was rendered.
  private void firstFrame() {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (useful.getAsBoolean()) {
          pulses++;
        }
        if (pulses == 2) {
          stop();
          Timing.firstUsefulFrame(AppWindow.this::close);
          seen.run();
        }
      }
    }.start();
  }
}
