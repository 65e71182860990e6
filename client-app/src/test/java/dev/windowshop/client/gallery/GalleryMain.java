package dev.windowshop.client.gallery;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Shows the app over sample data, or writes a picture of every screen: `--shots DIR --theme
/// light|dark --size WIDTHxHEIGHT [--only SCREEN] [--wait MILLISECONDS]`.
public final class GalleryMain {
  record Screen(String name, boolean full, Destination start, Consumer<GalleryWindow> then) {}

  private final Map<String, String> options;
  private final Deque<Screen> screens = new ArrayDeque<>(screens());
  private final Theme theme;
  private final Stage stage = new Stage();

  private GalleryMain(Map<String, String> options) {
    this.options = options;
    theme =
        new Theme(
            ThemeMode.valueOf(options.getOrDefault("theme", "light").toUpperCase(Locale.ROOT)),
            List.of(
                "/dev/windowshop/client/chat/chat.css",
                "/dev/windowshop/client/story/story.css",
                "/dev/windowshop/client/notification/bell.css"));
  }

  public static void main(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int index = 0; index + 1 < args.length; index += 2) {
      options.put(args[index].substring(2), args[index + 1]);
    }
    Platform.startup(() -> {
      GalleryMain gallery = new GalleryMain(options);
      if (options.containsKey("shots")) {
        gallery.next();
      } else {
        gallery.open(SampleShop.full(), new Destination.Home());
      }
    });
  }

  private static List<Screen> screens() {
    List<Screen> screens = new ArrayList<>();
    screens.addAll(ShopGalleryScreens.all());
    screens.addAll(AccountGalleryScreens.all());
    screens.addAll(ChatScreens.all());
    screens.addAll(StoryGalleryScreens.all());
    screens.addAll(BellGalleryScreens.all());
    return screens;
  }

  private GalleryWindow open(SampleShop shop, Destination start) {
    GalleryWindow window = new GalleryWindow(shop, new Destination.Home(), theme);
    // Once the shell is there: some pages use it.
    window.navigator.replace(start);
    String[] size = options.getOrDefault("size", "1440x900").split("x", -1);
    Scene scene =
        new Scene(window.shell.root(), Double.parseDouble(size[0]), Double.parseDouble(size[1]));
    theme.install(scene);
    stage.setScene(scene);
    stage.show();
    return window;
  }

  private void next() {
    Screen screen = screens.poll();
    String only = options.get("only");
    while (screen != null
        && only != null
        && !List.of(only.split(",", -1)).contains(screen.name())) {
      screen = screens.poll();
    }
    if (screen == null) {
      stage.hide();
      Platform.exit();
      return;
    }
    Screen shown = screen;
    GalleryWindow window =
        open(screen.full() ? SampleShop.full() : SampleShop.loading(), screen.start());
    // One after the other: on a busy machine both would be due at once.
    GalleryTouch.after(
        500,
        () -> {
          shown.then().accept(window);
          GalleryTouch.after(
              Double.parseDouble(options.getOrDefault("wait", "900")),
              () -> {
                write(shown.name());
                FxThread.later(this::next);
              });
        });
  }

  private void write(String name) {
    WritableImage shot = stage.getScene().snapshot(null);
    PixelReader pixels = shot.getPixelReader();
    int width = (int) shot.getWidth();
    int height = (int) shot.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    try {
      Path folder = Files.createDirectories(Path.of(options.get("shots")));
      ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
