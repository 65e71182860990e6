package dev.windowshop.client.app;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/// Finds what a person would by what it says, in every window that is open, and waits for it. With
/// `-Dwindowshop.shots=FOLDER` it keeps a picture of each step.
final class WindowWalk {
  private static final String SHOTS = System.getProperty("windowshop.shots", "");
  private static final int SECONDS = 30;

  private int shots;

  static Stream<Node> all(String selector) {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .filter(Objects::nonNull)
        .map(Scene::getRoot)
        .flatMap(root -> root.lookupAll(selector).stream())
        .filter(WindowWalk::isShown);
  }

  /// It and all that it is in can be seen.
  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  private static Stream<ButtonBase> buttons(String text) {
    return Stream.of(".button", ".radio-button", ".toggle-button", ".hyperlink", ".cart-title")
        .flatMap(WindowWalk::all)
        .map(ButtonBase.class::cast)
        .filter(button -> text.equals(button.getText()) && !button.isDisabled());
  }

  /// Presses what says this, once it is there and can be.
  void press(String text) {
    until("a button " + text, () -> buttons(text).findAny().isPresent());
    run(() -> buttons(text).findFirst().orElseThrow().fire());
  }

  void awaitButton(String text) {
    until("a button " + text, () -> buttons(text).findAny().isPresent());
  }

  void awaitText(String text) {
    until(
        text,
        () ->
            all(".label")
                .anyMatch(node -> node instanceof Label label && text.equals(label.getText())));
  }

  /// A field by what is read out for it, or by the label that is its.
  private static @Nullable TextInputControl field(String name) {
    return all(".text-input")
        .map(TextInputControl.class::cast)
        .filter(input -> name.equals(input.getAccessibleText()) || isLabelled(input, name))
        .findFirst()
        .orElse(null);
  }

  private static boolean isLabelled(TextInputControl input, String name) {
    return input.getParent() != null
        && input.getParent().getChildrenUnmodifiable().stream()
            .anyMatch(node ->
                node instanceof Label label
                    && label.getLabelFor() == input
                    && label.getText().startsWith(name));
  }

  void write(String name, String text) {
    until("a field " + name, () -> field(name) != null);
    run(() -> {
      TextInputControl field = field(name);
      assertNotNull(field, name);
      field.setText(text);
    });
  }

  void key(Callable<Node> node, KeyCode code) {
    run(() -> {
      Node target = node.call();
      target.requestFocus();
      target.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
      return true;
    });
  }

  static void run(Runnable action) {
    run(() -> {
      action.run();
      return true;
    });
  }

  private static void run(Callable<Boolean> action) {
    WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  static void until(String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          SECONDS,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, condition));
    } catch (TimeoutException e) {
      throw new AssertionError(what + " did not come; there is: " + said(), e);
    }
  }

  private static List<String> said() {
    return WaitForAsyncUtils.waitForAsyncFx(
        SECONDS * 1000L,
        () ->
            Stream.concat(all(".label"), all(".button"))
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .distinct()
                .limit(80)
                .toList());
  }

  void shot(String name) {
    if (SHOTS.isEmpty()) {
      return;
    }
    shots++;
    // Pictures are decoded beside: a moment for them, only where somebody wants to look.
    WaitForAsyncUtils.sleep(1200, TimeUnit.MILLISECONDS);
    WritableImage[] taken = new WritableImage[1];
    run(() ->
        taken[0] =
            Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .map(window -> window.getScene().snapshot(null))
                .findFirst()
                .orElseThrow());
    WritableImage shot = taken[0];
    int width = (int) shot.getWidth();
    int height = (int) shot.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
      }
    }
    try {
      Path into = Files.createDirectories(Path.of(SHOTS));
      ImageIO.write(image, "png", into.resolve(shots + "-" + name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
