package dev.windowshop.client.shell.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one family, Inter, from a dependency.
final class Fonts {
  private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
  private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";

  private Fonts() {}

  static void load() {
    for (String name :
        List.of(
            "Inter-Regular.otf",
            "Inter-Italic.otf",
            "Inter-SemiBold.otf",
            "Inter-SemiBoldItalic.otf",
            "Inter-Bold.otf")) {
      try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + name)) {
        if (in == null || Font.loadFont(in, 13) == null) {
          LOG.warn("The font {} could not be loaded; the system's font is shown.", name);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
