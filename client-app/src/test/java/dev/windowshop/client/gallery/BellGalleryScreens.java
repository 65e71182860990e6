package dev.windowshop.client.gallery;

import dev.windowshop.client.shell.Destination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The bell, full and empty.
final class BellGalleryScreens {
  private BellGalleryScreens() {}

  static List<GalleryMain.Screen> all() {
    List<GalleryMain.Screen> screens = new ArrayList<>();
    add(screens, "bell", window -> window.notifications.fill(Instant.now()));
    add(screens, "bell-none", window -> {});
    return screens;
  }

  private static void add(
      List<GalleryMain.Screen> screens, String name, Consumer<GalleryWindow> then) {
    screens.add(
        new GalleryMain.Screen(
            name,
            true,
            new Destination.Home(),
            window -> {
              window.accounts.signIn("maya", "walking");
              then.accept(window);
              ChatScreens.later(() -> ChatScreens.fire(window, ".bell-item", null));
            }));
  }
}
