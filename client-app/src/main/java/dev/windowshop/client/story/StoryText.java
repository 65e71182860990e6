package dev.windowshop.client.story;

import dev.windowshop.client.emoji.EmojiCatalogue;
import dev.windowshop.client.emoji.EmojiPictures;
import java.text.Bidi;
import javafx.geometry.NodeOrientation;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/// The words of a status: the fewer, the larger.
final class StoryText extends TextFlow {
  private static final int SHORT = 90;
  private static final int MIDDLE = 260;

  StoryText(String words, EmojiPictures emoji) {
    int length = words.codePointCount(0, words.length());
    String style =
        length <= SHORT
            ? "story-text-large"
            : length <= MIDDLE ? "story-text-middle" : "story-text-small";
    double picture = length <= SHORT ? 34 : length <= MIDDLE ? 24 : 18;
    setTextAlignment(TextAlignment.CENTER);
    setAccessibleText(words);
    getStyleClass().add("story-text");
    if (new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()) {
      setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    } else {
      setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    }
    for (EmojiCatalogue.Piece piece : emoji.catalogue().pieces(words)) {
      if (piece.emoji() == null) {
        Text text = new Text(piece.text());
        text.getStyleClass().addAll("story-words", style);
        getChildren().add(text);
      } else {
        ImageView view = emoji.view(piece.emoji(), picture);
        view.setTranslateY(picture / 6);
        getChildren().add(view);
      }
    }
  }

  /// What dark and light letters go by: whether a colour, `#rrggbb`, is a light one.
  static boolean isLight(String colour) {
    try {
      int rgb = Integer.parseInt(colour.substring(1), 16);
      double luminance =
          0.2126 * linear(rgb >> 16 & 0xFF)
              + 0.7152 * linear(rgb >> 8 & 0xFF)
              + 0.0722 * linear(rgb & 0xFF);
      // Where black and white letters are equally well read.
      return luminance > 0.179;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
