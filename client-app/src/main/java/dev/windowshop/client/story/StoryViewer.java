package dev.windowshop.client.story;

import dev.windowshop.client.shell.Layered;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Motion;
import dev.windowshop.client.shell.look.Tips;
import dev.windowshop.client.story.StoryViewerViewModel.Slide;
import dev.windowshop.protocol.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A status over the whole window, then the next one: bars say how far it is, a press holds it,
/// arrows go on and back, Escape closes. With reduced motion nothing moves by itself.
final class StoryViewer extends StackPane implements Layered {
  private static final double WIDEST = 420;
  private static final double HIGHEST = 760;
  private static final double BACK_PART = 0.33;
  private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

  private final StoryViewerViewModel model;
  private final StoryContext context;
  private final Runnable close;
  private final StorySurface surface;
  private final HBox bars = new HBox(4);
  private final Avatar avatar;
  private final Label name = new Label();
  private final Label time = new Label();
  private final TextField reply = new TextField();
  private final HBox answer;
  private final Button viewers;
  private final Button mute;
  private final Button remove;
  private final Button pause;
  private final Button sound;
  private final VBox column;
  private final AnimationTimer clock;
  private @Nullable String shownId;
  private @Nullable StoryViewersPane seenBy;
  private @Nullable StoryVideo video;
  private boolean paused;
  private boolean pressed;
  private long pressedAt;

  StoryViewer(StoryViewerViewModel model, StoryContext context, Runnable close) {
    this.model = model;
    this.context = context;
    this.close = close;
    surface = new StorySurface(context.emoji());
    avatar = new Avatar(context.pictures(), 34);
    getStyleClass().addAll("viewer", "story-viewer");
    mute = button(Feather.BELL_OFF, "Mute", this::toggleMute);
    remove = button(Feather.TRASH_2, "Delete", model::remove);
    pause = button(Feather.PAUSE, "Pause", this::togglePause);
    sound = button(Feather.VOLUME_2, "Sound off", this::toggleSound);
    context.videos().muted().subscribe(this::drawSound);
    viewers = new Button("Seen by nobody yet", Icons.of(Feather.EYE));
    viewers.getStyleClass().setAll("story-viewers-button");
    viewers.setFocusTraversable(false);
    viewers.setOnAction(_ -> showViewers());
    answer = answerBar();
    column = new VBox(10, bars, head(), middle(), new StackPane(answer, viewers));
    column.getStyleClass().add("story-column");
    column.setMaxWidth(WIDEST);
    column.setMaxHeight(HIGHEST);
    Button before = button(Feather.CHEVRON_LEFT, "Before", model::previous);
    Button after = button(Feather.CHEVRON_RIGHT, "Next", model::next);
    HBox row = new HBox(12, before, column, after);
    HBox.setHgrow(column, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER);
    row.setPickOnBounds(false);
    getChildren().add(row);
    setFocusTraversable(true);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    setOnMouseClicked(event -> {
      if (event.getTarget() == this || event.getTarget() == row) {
        close.run();
      }
    });
    clock =
        new AnimationTimer() {
          private long last;

          @Override
          public void handle(long now) {
            // A window that was not drawn for a while has not been looked at.
            double millis = last == 0 ? 0 : Math.min(100, (now - last) / 1e6);
            last = now;
            if (!Motion.reduced()) {
              model.tick(millis);
            }
          }
        };
    model.slide().subscribe(this::show);
    model.progress().subscribe(part -> drawProgress(part.doubleValue()));
    model
        .over()
        .subscribe(over -> {
          if (over) {
            close.run();
          }
        });
    reply.focusedProperty().subscribe(this::hold);
    clock.start();
  }

  /// Lets go of everything.
  void stop() {
    clock.stop();
    endVideo();
    model.close();
  }

  private static Button button(Feather icon, String words, Runnable action) {
    Button button = Icons.button(icon, words, action);
    button.getStyleClass().add("viewer-button");
    button.setFocusTraversable(false);
    return button;
  }

  private HBox head() {
    name.getStyleClass().add("story-name");
    name.setMinWidth(0);
    time.getStyleClass().add("story-time");
    VBox words = new VBox(1, name, time);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head =
        new HBox(
            8, avatar, words, pause, sound, mute, remove, button(Feather.X, "Close", this.close));
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private StackPane middle() {
    StackPane middle = new StackPane(surface);
    middle.setMinSize(0, 0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    middle.setOnMousePressed(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        pressed = true;
        pressedAt = System.nanoTime();
        requestFocus();
        hold();
      }
    });
    middle.setOnMouseReleased(event -> {
      if (event.getButton() != MouseButton.PRIMARY || !pressed) {
        return;
      }
      pressed = false;
      hold();
      // A short press goes on; a long one only held it.
      boolean tapped = System.nanoTime() - pressedAt < 250_000_000L && event.isStillSincePress();
      if (tapped && event.getX() < middle.getWidth() * BACK_PART) {
        model.previous();
      } else if (tapped) {
        model.next();
      }
    });
    return middle;
  }

  private HBox answerBar() {
    reply.getStyleClass().add("story-reply");
    HBox.setHgrow(reply, Priority.ALWAYS);
    Button send = button(Feather.SEND, "Send", this::send);
    send.disableProperty().bind(reply.textProperty().map(String::isBlank));
    reply.setOnAction(_ -> send());
    Label told = new Label();
    told.getStyleClass().add("story-time");
    told.textProperty().bind(model.notice());
    told.visibleProperty().bind(model.notice().isNotEmpty());
    told.managedProperty().bind(told.visibleProperty());
    HBox bar = new HBox(6, reply, told, send);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void send() {
    model.answer(
        reply.getText(),
        () -> {
          reply.clear();
          requestFocus();
        },
        context.ui());
  }

  private void show(@Nullable Slide slide) {
    if (slide == null) {
      return;
    }
    Story story = slide.story();
    avatar.show(slide.author().displayName(), slide.author().avatarUrl());
    name.setText(slide.own() ? "Your status" : slide.author().displayName());
    time.setText(StoryTimes.ago(story.createdAt(), Instant.now()));
    shownWhen(answer, !slide.own());
    shownWhen(viewers, slide.own());
    shownWhen(mute, !slide.own());
    shownWhen(remove, slide.own());
    rename(
        mute, slide.muted() ? Feather.BELL : Feather.BELL_OFF, slide.muted() ? "Unmute" : "Mute");
    int views = story.views() == null ? 0 : story.views();
    viewers.setText(
        views == 0 ? "Seen by nobody yet" : views == 1 ? "Seen by 1" : "Seen by " + views);
    reply.setPromptText("Reply to " + slide.author().displayName());
    if (!story.id().equals(shownId)) {
      shownId = story.id();
      reply.clear();
      hideViewers();
      draw(story);
    }
    if (bars.getChildren().size() != slide.of()) {
      List<ProgressBar> all = new ArrayList<>();
      for (int i = 0; i < slide.of(); i++) {
        ProgressBar bar = new ProgressBar(0);
        bar.getStyleClass().add("story-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(0);
        bar.setPrefWidth(10);
        HBox.setHgrow(bar, Priority.ALWAYS);
        all.add(bar);
      }
      bars.getChildren().setAll(all);
    }
    drawProgress(model.progress().get());
    setAccessibleText(
        name.getText() + ", " + (slide.place() + 1) + " of " + slide.of() + ", " + time.getText());
  }

  private void endVideo() {
    StoryVideo shown = video;
    video = null;
    if (shown != null) {
      shown.close();
    }
  }

  private void draw(Story story) {
    endVideo();
    boolean moving = story.type() == Story.Type.VIDEO;
    shownWhen(sound, moving);
    if (moving && Motion.reduced() && !paused) {
      // It begins when it is asked to.
      togglePause();
    }
    String url = StoryPictures.url(story);
    if (moving) {
      StoryVideo begun = new StoryVideo(story, context, model);
      video = begun;
      begun.begin(surface);
    } else if (url == null) {
      surface.words(story.text() == null ? "" : story.text(), story.background());
    } else {
      surface.picture(ready -> context.pictures().load(url, 0, ready), story.text());
    }
  }

  private void drawProgress(double part) {
    Slide slide = model.slide().get();
    if (slide == null) {
      return;
    }
    for (int i = 0; i < bars.getChildren().size(); i++) {
      if (bars.getChildren().get(i) instanceof ProgressBar bar) {
        double here = Motion.reduced() ? 1 : part;
        bar.setProgress(i < slide.place() ? 1 : i > slide.place() ? 0 : here);
      }
    }
  }

  private void toggleMute() {
    Slide slide = model.slide().get();
    if (slide != null) {
      model.mute(!slide.muted());
    }
  }

  private void toggleSound() {
    context.videos().muted().set(!context.videos().muted().get());
  }

  private void drawSound() {
    boolean muted = context.videos().muted().get();
    rename(sound, muted ? Feather.VOLUME_X : Feather.VOLUME_2, muted ? "Sound on" : "Sound off");
  }

  private void togglePause() {
    paused = !paused;
    rename(pause, paused ? Feather.PLAY : Feather.PAUSE, paused ? "Go on" : "Pause");
    hold();
  }

  private static void rename(Button button, Feather icon, String words) {
    ((FontIcon) button.getGraphic()).setIconCode(icon);
    button.setAccessibleText(words);
    Tips.put(button, words);
  }

  private void hold() {
    model.held().set(paused || pressed || reply.isFocused() || seenBy != null);
    column.pseudoClassStateChanged(HELD, pressed);
  }

  private void showViewers() {
    Slide slide = model.slide().get();
    if (slide == null || seenBy != null) {
      return;
    }
    StoryViewersPane pane = new StoryViewersPane(context, slide.story().id(), this::hideViewers);
    pane.setMaxWidth(WIDEST);
    pane.setMaxHeight(Region.USE_PREF_SIZE);
    setAlignment(pane, Pos.BOTTOM_CENTER);
    seenBy = pane;
    getChildren().add(pane);
    hold();
  }

  private void hideViewers() {
    if (seenBy != null) {
      getChildren().remove(seenBy);
      seenBy = null;
      requestFocus();
      hold();
    }
  }

  @Override
  public boolean closeTop() {
    boolean open = seenBy != null;
    hideViewers();
    return open;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (!closeTop()) {
        close.run();
      }
      event.consume();
    } else if (!reply.isFocused()) {
      switch (event.getCode()) {
        case LEFT -> model.previous();
        case RIGHT -> model.next();
        case SPACE -> togglePause();
        case M -> toggleSound();
        default -> {
          return;
        }
      }
      event.consume();
    }
  }

  private static void shownWhen(Region node, boolean yes) {
    node.setVisible(yes);
    node.setManaged(yes);
  }
}
