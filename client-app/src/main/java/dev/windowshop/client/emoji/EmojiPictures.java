package dev.windowshop.client.emoji;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The pictures of emoji, decoded when they are first seen. Used on the FX thread.
public final class EmojiPictures {
  private final Supplier<EmojiCatalogue> source;
  private @Nullable EmojiCatalogue catalogue;
  private final Map<String, Image> decoded = new HashMap<>();
  private byte @Nullable [] pack;

  public EmojiPictures(EmojiCatalogue catalogue) {
    this(() -> catalogue);
  }

  /// @param source asked when the first emoji is seen
  public EmojiPictures(Supplier<EmojiCatalogue> source) {
    this.source = source;
  }

  public EmojiCatalogue catalogue() {
    EmojiCatalogue here = catalogue;
    if (here == null) {
      here = source.get();
      catalogue = here;
    }
    return here;
  }

  private Image image(Emoji emoji) {
    return decoded.computeIfAbsent(
        emoji.text(),
        _ -> new Image(new ByteArrayInputStream(pack(), emoji.offset(), emoji.length())));
  }

  private byte[] pack() {
    byte[] here = pack;
    if (here == null) {
      try (InputStream in = EmojiCatalogue.resource("emoji.pack")) {
        here = in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      pack = here;
    }
    return here;
  }

  public ImageView view(Emoji emoji, double size) {
    ImageView view = new ImageView(image(emoji));
    view.setFitWidth(size);
    view.setFitHeight(size);
    view.setSmooth(true);
    view.setPreserveRatio(true);
    view.setAccessibleText(emoji.words());
    return view;
  }

  /// A picture where there is one, else the letters.
  public Node node(String emoji, double size) {
    Emoji known = catalogue().find(emoji);
    if (known != null) {
      return view(known, size);
    }
    Text text = new Text(emoji);
    text.getStyleClass().add("text-ink");
    return text;
  }

  /// Whether a text is a few emoji and nothing else: then they are shown large.
  public boolean isOnlyEmoji(String text, int most) {
    List<EmojiCatalogue.Piece> pieces = catalogue().pieces(text.replaceAll("\\s+", ""));
    return !pieces.isEmpty()
        && pieces.size() <= most
        && pieces.stream().allMatch(piece -> piece.emoji() != null);
  }
}
