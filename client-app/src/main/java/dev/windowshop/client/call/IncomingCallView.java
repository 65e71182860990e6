package dev.windowshop.client.call;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Pictures;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Who rings, and what can be done about it.
final class IncomingCallView extends VBox {
  /// What the buttons do.
  interface Actions {
    void accept(boolean withVideo);

    void decline();

    /// Answers while one is in another call.
    ///
    /// @param holding whether that one waits, rather than being left
    void acceptWaiting(boolean holding);
  }

  private final RingingViewModel model;
  private final Avatar avatar;

  IncomingCallView(RingingViewModel model, Actions actions, Pictures pictures) {
    this.model = model;
    avatar = new Avatar(pictures, 48);
    getStyleClass().addAll("floating-card", "call-ringing");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);

    Label name = new Label();
    name.getStyleClass().addAll("t-emphasis", "t-strong");
    name.textProperty().bind(model.name());
    Label line = new Label();
    line.getStyleClass().add("t-muted");
    line.textProperty().bind(model.line());
    VBox words = new VBox(name, line);
    words.getStyleClass().add("call-ringing-words");
    HBox who = new HBox(avatar, words);
    who.getStyleClass().add("call-ringing-who");

    Button video = new Button("Answer with video", Icons.of(Feather.VIDEO));
    video.getStyleClass().addAll("call-answer");
    video.setOnAction(event -> actions.accept(true));
    video.visibleProperty().bind(model.video());
    video.managedProperty().bind(model.video());
    Button audio = new Button("Answer", Icons.of(Feather.PHONE));
    audio.setOnAction(event -> actions.accept(false));
    model
        .video()
        .subscribe(yes -> {
          audio.setText(yes ? "Audio only" : "Answer");
          audio.getStyleClass().remove("call-answer");
          if (!yes) {
            audio.getStyleClass().add("call-answer");
          }
        });
    Button decline = new Button("Decline");
    decline.getStyleClass().addAll("quiet", "danger");
    decline.setOnAction(event -> actions.decline());
    HBox buttons = new HBox(video, audio, decline);
    buttons.getStyleClass().add("call-ringing-buttons");
    Button hold = new Button("Hold and answer", Icons.of(Feather.PAUSE));
    hold.getStyleClass().add("call-answer");
    hold.setOnAction(event -> actions.acceptWaiting(true));
    CallView.shownWhile(hold, model.canHold());
    Button end = new Button("End and answer", Icons.of(Feather.PHONE));
    end.setOnAction(event -> actions.acceptWaiting(false));
    Button busy = new Button("Decline");
    busy.getStyleClass().addAll("quiet", "danger");
    busy.setOnAction(event -> actions.decline());
    for (Button button : new Button[] {video, audio, decline, hold, end, busy}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox knocking = new HBox(hold, end, busy);
    knocking.getStyleClass().add("call-ringing-buttons");
    CallView.shownWhile(buttons, model.knocking().not());
    CallView.shownWhile(knocking, model.knocking());
    getChildren().addAll(who, buttons, knocking);

    model.name().subscribe(this::showAvatar);
    model.avatarUrl().subscribe(this::showAvatar);
    showAvatar();
  }

  private void showAvatar() {
    String url = model.avatarUrl().get();
    avatar.show(model.name().get(), url.isEmpty() ? null : url);
    setAccessibleText(model.name().get() + ": " + model.line().get());
  }
}
