package dev.windowshop.client.story;

import dev.windowshop.client.emoji.EmojiPictures;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// What a status looks like: words on a colour, or a picture with words under it.
final class StorySurface extends StackPane {
  private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");
  private static final double RADIUS = 16;
  private static final String USUAL = StoryComposerViewModel.BACKGROUNDS.getFirst();

  /// Asked for a picture; gives it when it is there.
  interface PictureSource {
    void load(Consumer<Image> ready);
  }

  private final EmojiPictures emoji;

  /// Without a style of its own: a stylesheet would have the last word on its colour.
  private final Region colour = new Region();

  private @Nullable Object current;

  StorySurface(EmojiPictures emoji) {
    this.emoji = emoji;
    getStyleClass().add("story-surface");
    setMinSize(0, 0);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    clip.setArcWidth(2 * RADIUS);
    clip.setArcHeight(2 * RADIUS);
    setClip(clip);
  }

  /// @param background `#rrggbb`
  void words(String text, @Nullable String background) {
    current = text;
    String under = background == null ? USUAL : background;
    pseudoClassStateChanged(LIGHT, StoryText.isLight(under));
    fill(under);
    StoryText words = new StoryText(text, emoji);
    words.setMaxHeight(Region.USE_PREF_SIZE);
    setMargin(words, new Insets(0, 28, 0, 28));
    getChildren().setAll(colour, words);
  }

  /// @param text under it
  void picture(PictureSource source, @Nullable String text) {
    picture(source, null, text);
  }

  /// @param over in front of the picture
  void picture(PictureSource source, @Nullable Node over, @Nullable String text) {
    Object asked = new Object();
    current = asked;
    pseudoClassStateChanged(LIGHT, false);
    ImageView view = new ImageView();
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.fitWidthProperty().bind(widthProperty());
    view.fitHeightProperty().bind(heightProperty());
    view.setManaged(false);
    Region plinth = new Region();
    plinth.getStyleClass().add("story-plinth");
    // Not managed, so that a large picture asks for no room; so placed by hand.
    StackPane middle =
        new StackPane(plinth, view) {
          @Override
          protected void layoutChildren() {
            super.layoutChildren();
            view.relocate(
                (getWidth() - view.getLayoutBounds().getWidth()) / 2,
                (getHeight() - view.getLayoutBounds().getHeight()) / 2);
          }
        };
    middle.setMinSize(0, 0);
    getChildren().setAll(middle);
    if (over != null) {
      getChildren().add(over);
    }
    if (text != null) {
      StoryText words = new StoryText(text, emoji);
      words.getChildren().forEach(node -> node.getStyleClass().remove("story-text-large"));
      StackPane caption = new StackPane(words);
      caption.getStyleClass().add("story-caption");
      caption.setMaxHeight(Region.USE_PREF_SIZE);
      setAlignment(caption, Pos.BOTTOM_CENTER);
      getChildren().add(caption);
    }
    source.load(image -> {
      if (asked.equals(current)) {
        view.setImage(image);
        middle.requestLayout();
      }
    });
  }

  private void fill(String under) {
    Color paint;
    try {
      paint = Color.web(under);
    } catch (IllegalArgumentException e) {
      paint = Color.web(USUAL);
    }
    colour.setBackground(
        new Background(new BackgroundFill(paint, new CornerRadii(RADIUS), Insets.EMPTY)));
  }
}
