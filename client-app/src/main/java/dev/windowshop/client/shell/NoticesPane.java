package dev.windowshop.client.shell;

import dev.windowshop.client.shell.look.Motion;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Notes stacked at the lower edge; a note with a button stays longer, and while the pointer is on
/// it. One that can be answered takes the place of an older one about the same.
public final class NoticesPane extends VBox implements Notices {
  private static final double WIDEST = 420;
  private static final Duration READ = Duration.seconds(4);
  private static final Duration DECIDE = Duration.seconds(8);
  private static final int MOST = 3;

  /// What a note that can be withdrawn is about, among its properties.
  private static final String ABOUT = "about";

  public NoticesPane() {
    getStyleClass().add("notices");
    setAlignment(Pos.BOTTOM_CENTER);
    setPickOnBounds(false);
  }

  @Override
  public void show(String text) {
    add(new HBox(label(text)), READ);
  }

  @Override
  public void show(String text, String action, Runnable run) {
    add(acting(text, action, run), DECIDE);
  }

  @Override
  public void show(String about, String text, String action, Runnable run) {
    Node before = plain(about);
    if (before != null) {
      getChildren().remove(before);
    }
    HBox note = acting(text, action, run);
    note.getProperties().put(ABOUT, about);
    add(note, DECIDE);
  }

  private HBox acting(String text, String action, Runnable run) {
    Button button = new Button(action);
    button.getStyleClass().addAll("link", "notice-action");
    button.setMinWidth(USE_PREF_SIZE);
    HBox note = new HBox(label(text), button);
    button.setOnAction(event -> {
      remove(note);
      run.run();
    });
    return note;
  }

  @Override
  public void show(AnswerableNotice notice) {
    AnswerNote note = shown(notice.about());
    if (note != null) {
      note.show(notice);
    } else {
      appear(new AnswerNote(notice, label(""), this::remove));
    }
  }

  @Override
  public void update(AnswerableNotice notice) {
    AnswerNote note = shown(notice.about());
    if (note != null) {
      note.show(notice);
    }
  }

  /// What somebody is answering stays until they have.
  @Override
  public void withdraw(String about) {
    AnswerNote note = shown(about);
    if (note != null && note.isFree()) {
      remove(note);
    }
    Node plain = plain(about);
    if (plain != null) {
      remove(plain);
    }
  }

  private @Nullable Node plain(String about) {
    for (Node shown : getChildren()) {
      if (about.equals(shown.getProperties().get(ABOUT)) && !shown.isMouseTransparent()) {
        return shown;
      }
    }
    return null;
  }

  private @Nullable AnswerNote shown(String about) {
    for (Node shown : getChildren()) {
      if (shown instanceof AnswerNote note
          && note.about().equals(about)
          && !note.isMouseTransparent()) {
        return note;
      }
    }
    return null;
  }

  /// The keys go to the newest note that can be answered.
  public boolean answer() {
    for (Node shown : getChildren().reversed()) {
      if (shown instanceof AnswerNote note && !note.isMouseTransparent()) {
        note.enter();
        return true;
      }
    }
    return false;
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("notice-text");
    label.setWrapText(true);
    // In two lines or three, and the whole of it.
    label.setMaxWidth(WIDEST);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private void add(HBox note, Duration stay) {
    note.getStyleClass().add("notice");
    appear(note);
    PauseTransition pause = new PauseTransition(stay);
    pause.setOnFinished(event -> remove(note));
    note.setOnMouseEntered(event -> pause.stop());
    note.setOnMouseExited(event -> pause.playFromStart());
    pause.play();
  }

  private void appear(Region note) {
    note.setMaxWidth(USE_PREF_SIZE);
    for (int i = 0; getChildren().size() >= MOST && i < getChildren().size(); ) {
      // The oldest goes, but none that is being answered.
      if (getChildren().get(i) instanceof AnswerNote answered && !answered.isFree()) {
        i++;
      } else {
        getChildren().remove(i);
      }
    }
    getChildren().add(note);
    note.setOpacity(0);
    Motion.move(note.opacityProperty(), 1.0, Motion.CALM);
  }

  private void remove(Node note) {
    note.setMouseTransparent(true);
    Motion.move(note.opacityProperty(), 0.0, Motion.QUICK, () -> getChildren().remove(note));
  }
}
