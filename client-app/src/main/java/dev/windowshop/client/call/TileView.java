package dev.windowshop.client.call;

import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Pictures;
import java.util.concurrent.Executor;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One person: their picture or their avatar, their name, a ring while they speak.
final class TileView extends StackPane {
  private static final PseudoClass SPEAKING = PseudoClass.getPseudoClass("speaking");
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final double CORNER = 16;
  private static final double SMALL = 160;
  private static final double LOW = 130;
  private static final double LOWEST = 70;

  /// Below that the drawn picture itself, which says that there is no camera, says it alone.
  private static final double WIDE = 260;

  /// What a raised hand takes of the width, and the margins.
  private static final double HAND = 60;

  private static final Duration REACTION = Duration.seconds(2.5);

  /// The corner belongs to one's own tile.
  private static final double NAME_SHARE = 0.5;

  private final TileViewModel model;
  private final EmojiPictures emoji;
  private final Screen screen;
  private final Avatar avatar;
  private final HBox pill;
  private final StackPane notePlace;
  private final Subscription bindings;

  TileView(
      TileViewModel model,
      CallView.Actions actions,
      Pictures pictures,
      EmojiPictures emoji,
      Executor opening) {
    this.model = model;
    this.emoji = emoji;
    screen = new Screen(opening);
    avatar = new Avatar(pictures, 64);
    getStyleClass().add("call-tile");
    setMinSize(0, 0);

    Label name = new Label();
    name.textProperty().bind(model.name());
    var muted = Icons.of(Feather.MIC_OFF, "icon-small");
    muted.visibleProperty().bind(model.muted());
    muted.managedProperty().bind(muted.visibleProperty());
    var deaf = Icons.of(Feather.VOLUME_X, "icon-small");
    deaf.visibleProperty().bind(model.deaf());
    deaf.managedProperty().bind(deaf.visibleProperty());
    pill = new HBox(muted, deaf, name);
    pill.getStyleClass().add("call-pill-content");
    StackPane place = onStage(pill);
    setAlignment(place, Pos.BOTTOM_LEFT);

    Label note = new Label();
    note.setWrapText(true);
    note.textProperty().bind(model.note());
    notePlace = onStage(note);
    setAlignment(notePlace, Pos.TOP_LEFT);

    Region ring = new Region();
    ring.getStyleClass().add("call-ring");
    ring.setMouseTransparent(true);
    Label hand = new Label("", emoji.node("✋", 20));
    hand.setAccessibleText("Hand raised");
    hand.getStyleClass().add("call-hand");
    hand.setMouseTransparent(true);
    hand.visibleProperty().bind(model.handRaised());
    setAlignment(hand, Pos.TOP_RIGHT);
    getChildren().addAll(screen, avatar, place, notePlace, hand, ring);
    boolean isScreen = model.userId().startsWith(TileLooks.SCREEN);
    if (isScreen) {
      screen.showWhole();
    }
    if (!model.self() && !isScreen) {
      ContextMenu menu = TileMenu.of(model, actions);
      setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
      pill.getChildren().add(Icons.of(Feather.CHEVRON_UP, "icon-small"));
      place.setMouseTransparent(false);
      place.setCursor(Cursor.HAND);
      // Not over the name itself, whose colours it would take on.
      place.setOnMouseClicked(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
    }

    name.setMinWidth(0);
    widthProperty()
        .subscribe(width -> {
          name.setMaxWidth(width.doubleValue() * NAME_SHARE);
          double beside = width.doubleValue() < SMALL ? 0 : HAND; // a small one's is below the hand
          note.setMaxWidth(Math.max(0, width.doubleValue() - beside));
        });
    screen.visibleProperty().bind(model.picture());
    avatar.visibleProperty().bind(model.picture().not());
    bindings =
        Subscription.combine(
            model.frames().subscribe(screen::show),
            model.mirrored().subscribe(yes -> screen.setScaleX(yes ? -1 : 1)),
            model.speaking().subscribe(yes -> pseudoClassStateChanged(SPEAKING, yes)),
            model.name().subscribe(this::showAvatar),
            model.avatarUrl().subscribe(this::showAvatar),
            model.note().subscribe(this::showNote),
            model.reaction().subscribe((before, now) -> react(now)),
            model.handRaised().subscribe(this::showNote),
            model.muted().subscribe(this::showNote));
    showAvatar();
  }

  TileViewModel model() {
    return model;
  }

  Screen screen() {
    return screen;
  }

  void close() {
    bindings.unsubscribe();
    screen.close();
  }

  @Override
  protected void layoutChildren() {
    boolean small = getWidth() < SMALL;
    boolean hasNote = !model.note().get().isEmpty();
    pill.getParent().setVisible(!small || (model.muted().get() && !hasNote));
    boolean saysSoItself = getWidth() < WIDE && model.note().get().equals(TileLooks.NO_CAMERA);
    notePlace.setVisible(hasNote && !saysSoItself && (!small || model.self()));
    setAlignment(notePlace, small ? Pos.BOTTOM_LEFT : Pos.TOP_LEFT);
    pseudoClassStateChanged(COMPACT, small || getHeight() < LOW);
    double scale = Math.clamp(getHeight() / 170, 0.5, 1);
    avatar.setScaleX(scale);
    avatar.setScaleY(scale);
    // Off the name below it, where there is one and room to move.
    avatar.setTranslateY(scale < 1 && getHeight() > LOWEST ? -8 : 0);
    super.layoutChildren();
    Rectangle clip = new Rectangle(getWidth(), getHeight());
    clip.setArcWidth(2 * CORNER);
    clip.setArcHeight(2 * CORNER);
    setClip(clip);
  }

  /// Text that stays legible over any picture.
  private static StackPane onStage(Region content) {
    Region ground = new Region();
    ground.getStyleClass().add("call-pill-ground");
    StackPane place = new StackPane(ground, content);
    place.getStyleClass().add("call-pill");
    place.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    place.setMouseTransparent(true);
    return place;
  }

  /// Rises and fades.
  private void react(Signs.@Nullable Reaction reaction) {
    if (reaction == null) {
      return;
    }
    Node shown = emoji.node(reaction.emoji(), 40);
    shown.setMouseTransparent(true);
    getChildren().add(shown);
    TranslateTransition rise = new TranslateTransition(REACTION, shown);
    rise.setFromY(getHeight() / 4);
    rise.setToY(-getHeight() / 4);
    FadeTransition fade = new FadeTransition(REACTION, shown);
    fade.setFromValue(1);
    fade.setToValue(0);
    fade.setInterpolator(Interpolator.EASE_IN);
    ParallelTransition both = new ParallelTransition(rise, fade);
    both.setOnFinished(_ -> getChildren().remove(shown));
    both.play();
  }

  private void showAvatar() {
    String url = model.avatarUrl().get();
    avatar.show(model.name().get(), url.isEmpty() ? null : url);
    describe();
  }

  private void showNote() {
    requestLayout();
    describe();
  }

  private void describe() {
    setAccessibleText(
        model.name().get()
            + (model.muted().get() ? ", muted" : "")
            + (model.handRaised().get() ? ", hand raised" : "")
            + (model.note().get().isEmpty() ? "" : ", " + model.note().get()));
  }
}
