package dev.windowshop.client.app;

import dev.windowshop.client.platform.fx.FxThread;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;

/// The window as somebody who looks at it sees it. From any thread but the FX thread.
final class SmokeScreen {
  /// A page that is empty, or all of one colour, has fewer.
  private static final int FEWEST_COLOURS = 24;

  private static final int STRIDE = 4;

  private final Supplier<Scene> scene;
  private final Path pictures;

  /// @param pictures folder of the screenshots
  SmokeScreen(Supplier<Scene> scene, Path pictures) {
    this.scene = scene;
    this.pictures = pictures;
  }

  boolean shows(String text) {
    return onFx(() -> {
      List<String> all = new ArrayList<>();
      collect(scene.get().getRoot(), all);
      return all.stream().anyMatch(one -> one.contains(text));
    });
  }

  /// How many nodes of this style class are to be seen.
  int count(String styleClass) {
    return onFx(() ->
        (int)
            scene.get().getRoot().lookupAll("." + styleClass).stream()
                .filter(SmokeScreen::isSeen)
                .count());
  }

  /// Keeps a screenshot.
  ///
  /// @throws IllegalStateException when there is nothing on it
  void photograph(String name) throws IOException {
    int colours = keep(name);
    if (colours < FEWEST_COLOURS) {
      throw new IllegalStateException("the window shows next to nothing: " + colours + " colours");
    }
  }

  /// Keeps a screenshot, whatever is on it.
  ///
  /// @return how many colours it has
  int keep(String name) throws IOException {
    WritableImage image = onFx(() -> scene.get().snapshot(null));
    PixelReader pixels = image.getPixelReader();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int colour = pixels.getArgb(x, y);
        copy.setRGB(x, y, colour);
        if (x % STRIDE == 0 && y % STRIDE == 0) {
          colours.add(colour);
        }
      }
    }
    ImageIO.write(copy, "png", pictures.resolve(name + ".png").toFile());
    return colours.size();
  }

  private static void collect(Node node, List<String> texts) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case Labeled labeled when labeled.getText() != null -> texts.add(labeled.getText());
      case Text text -> texts.add(text.getText());
      default -> {}
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }

  private static boolean isSeen(Node node) {
    for (Node one = node; one != null; one = one.getParent()) {
      if (!one.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static <T> T onFx(Supplier<T> look) {
    CompletableFuture<T> seen = new CompletableFuture<>();
    FxThread.run(() -> {
      try {
        seen.complete(look.get());
      } catch (RuntimeException e) {
        seen.completeExceptionally(e);
      }
    });
    return seen.join();
  }
}
