package dev.windowshop.client.shell.look;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one family, Inter, from a dependency, and `Inter Figures`: the same with tabular digits.
final class Fonts {
  static final String FIGURES = "Inter Figures";

  private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
  private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";
  private static final String SEMI_BOLD = "Inter-SemiBold.otf";

  private Fonts() {}

  /// True when the tabular digits are there too.
  static boolean load() {
    return Once.FIGURES;
  }

  private static final class Once {
    static final boolean FIGURES = loadAll();
  }

  private static boolean loadAll() {
    for (String name :
        List.of("Inter-Regular.otf", "Inter-Italic.otf", SEMI_BOLD, "Inter-Bold.otf")) {
      byte[] font = bytes(name);
      if (Font.loadFont(new ByteArrayInputStream(font), 13) == null) {
        LOG.warn("The font {} could not be loaded; the system's font is shown.", name);
      }
    }
    return loadFigures();
  }

  private static boolean loadFigures() {
    try {
      byte[] font = FiguresFont.of(bytes(SEMI_BOLD), FIGURES);
      Font loaded = Font.loadFont(new ByteArrayInputStream(font), 13);
      return loaded != null && loaded.getFamily().equals(FIGURES);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      LOG.warn("Prices are shown in proportional figures.", e);
      return false;
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
