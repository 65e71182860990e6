package dev.windowshop.client.shell.look;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Somebody's round picture, or their initials on a colour that stays theirs.
public final class Avatar extends StackPane {
  private static final int TINTS = 8;

  private final Pictures pictures;
  private final double size;

  public Avatar(Pictures pictures, double size) {
    this.pictures = pictures;
    this.size = size;
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
  }

  public Avatar(Pictures pictures, double size, String name, @Nullable String url) {
    this(pictures, size);
    show(name, url);
  }

  public void show(String name, @Nullable String url) {
    Label letters = new Label(initials(name));
    letters.getStyleClass().addAll("avatar", "avatar-" + tint(name));
    letters.setMinSize(size, size);
    letters.setMaxSize(size, size);
    letters.setStyle("-fx-font-size: " + Math.round(size * 0.38) + "px;");
    getChildren().setAll(letters);
    if (url != null && !url.isEmpty()) {
      PictureView picture = new PictureView(pictures, size / 2);
      picture.getStyleClass().setAll("avatar-picture");
      picture.show(url, url, null);
      getChildren().add(picture);
    }
    setAccessibleText(name);
  }

  static String initials(String name) {
    String[] words = name.strip().split("\\s+", -1);
    StringBuilder letters = new StringBuilder();
    for (String word : words) {
      if (!word.isEmpty()
          && Character.isLetterOrDigit(word.codePointAt(0))
          && letters.codePoints().count() < 2) {
        letters.appendCodePoint(word.codePointAt(0));
      }
    }
    return letters.toString().toUpperCase(Locale.ROOT);
  }

  private static int tint(String name) {
    return Math.floorMod(name.hashCode(), TINTS) + 1;
  }
}
