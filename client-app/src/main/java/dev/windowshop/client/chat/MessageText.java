package dev.windowshop.client.chat;

import dev.windowshop.client.emoji.EmojiCatalogue;
import dev.windowshop.client.emoji.EmojiPictures;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// What somebody wrote, with its emoji as pictures, its links and its emphasis.
final class MessageText extends TextFlow {
  private static final double EMOJI = 18;
  private static final double LARGE_EMOJI = 40;
  private static final int FEW = 3;

  /// @param open follows an address
  MessageText(String text, List<String> names, EmojiPictures emoji, Consumer<String> open) {
    getStyleClass().add("bubble-text");
    setAccessibleText(text);
    if (isRightToLeft(text)) {
      setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    }
    boolean large = emoji.isOnlyEmoji(text, FEW);
    for (MessageMarkup.Span span : MessageMarkup.of(text, names)) {
      if (span.styles().contains(MessageMarkup.Style.CODE)) {
        getChildren().add(code(span.text()));
        continue;
      }
      for (EmojiCatalogue.Piece piece : emoji.catalogue().pieces(span.text())) {
        getChildren()
            .add(
                piece.emoji() == null
                    ? text(piece.text(), span.styles(), span.link(), open)
                    : picture(emoji.view(piece.emoji(), large ? LARGE_EMOJI : EMOJI), large));
      }
    }
  }

  private static Node picture(ImageView view, boolean large) {
    // On the line, not above it.
    view.setTranslateY(large ? 0 : 3);
    return view;
  }

  private static Node code(String text) {
    Label code = new Label(text);
    code.getStyleClass().add("message-code");
    code.setWrapText(true);
    return code;
  }

  private static Text text(
      String words, Set<MessageMarkup.Style> styles, @Nullable String link, Consumer<String> open) {
    Text text = new Text(words);
    text.getStyleClass().add("message-text");
    for (MessageMarkup.Style style : styles) {
      text.getStyleClass()
          .add(
              switch (style) {
                case BOLD -> "message-bold";
                case ITALIC -> "message-italic";
                case STRUCK -> "message-struck";
                case CODE -> "message-code";
                case MENTION -> "message-mention";
              });
    }
    if (link != null) {
      if (!styles.contains(MessageMarkup.Style.MENTION)) {
        text.getStyleClass().add("message-link");
      }
      text.setCursor(Cursor.HAND);
      text.setOnMouseClicked(event -> {
        if (event.getButton() == javafx.scene.input.MouseButton.PRIMARY
            && event.isStillSincePress()) {
          event.consume();
          open.accept(link);
        }
      });
    }
    return text;
  }

  /// By its first letter.
  static boolean isRightToLeft(String text) {
    return text.codePoints()
            .mapToObj(Character::getDirectionality)
            .filter(way ->
                way == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                    || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
            .findFirst()
            .orElse(Character.DIRECTIONALITY_LEFT_TO_RIGHT)
        != Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }
}
