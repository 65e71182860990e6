package dev.windowshop.client.call;

import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Tips;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The round buttons under the tiles.
final class CallControls extends HBox {
  static final KeyCombination MUTE =
      new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination CAMERA =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination HAND =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  static final KeyCombination HANG_UP =
      new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  /// What can be shown to everybody for a moment.
  static final List<String> REACTIONS = List.of("👍", "❤️", "😂", "😮", "👏", "🎉");

  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
  private static final double EMOJI = 24;

  private final CallView.Actions actions;
  private final EmojiPictures emoji;

  CallControls(CallViewModel model, CallView.Actions actions, EmojiPictures emoji, CallMenu menu) {
    this.actions = actions;
    this.emoji = emoji;
    Button mute = round();
    model
        .muted()
        .subscribe(muted ->
            look(
                mute,
                muted ? Feather.MIC_OFF : Feather.MIC,
                muted ? "Unmute" : "Mute",
                MUTE,
                muted));
    mute.setOnAction(event -> actions.setMuted(!model.muted().get()));
    Button camera = round();
    model
        .cameraOn()
        .subscribe(on ->
            look(
                camera,
                on ? Feather.VIDEO : Feather.VIDEO_OFF,
                on ? "Camera off" : "Camera on",
                CAMERA,
                !on));
    camera.setOnAction(event -> actions.setCamera(!model.cameraOn().get()));
    Button hand = round();
    model
        .handRaised()
        .subscribe(raised -> {
          String name = raised ? "Lower your hand" : "Raise your hand";
          look(hand, Feather.SMILE, name, HAND, raised);
          hand.setGraphic(emoji.node("✋", 20));
        });
    hand.setOnAction(event -> actions.setHand(!model.handRaised().get()));
    Button react = round();
    look(react, Feather.SMILE, "React", null, false);
    ContextMenu reactions = reactions();
    react.setOnAction(event -> reactions.show(react, Side.TOP, 0, -4));
    Button more = round();
    look(more, Feather.MORE_HORIZONTAL, "More", null, false);
    more.setOnAction(event -> menu.show(more));
    Button hangUp = round();
    look(hangUp, Feather.PHONE_OFF, "Hang up", HANG_UP, false);
    hangUp.getStyleClass().add("call-leave");
    hangUp.setOnAction(event -> actions.hangUp());
    getChildren().addAll(mute, camera, hand, react, more, hangUp);
    getStyleClass().add("call-controls");
  }

  private ContextMenu reactions() {
    HBox row = new HBox(2);
    ContextMenu menu = new ContextMenu();
    for (String one : REACTIONS) {
      Button button = new Button();
      button.setGraphic(emoji.node(one, EMOJI));
      button.setAccessibleText("React with " + one);
      button.getStyleClass().addAll("quiet", "call-reaction-choice");
      button.setOnAction(event -> {
        menu.hide();
        actions.react(one);
      });
      row.getChildren().add(button);
    }
    CustomMenuItem item = new CustomMenuItem(row, false);
    item.getStyleClass().add("call-reactions");
    menu.getItems().add(item);
    return menu;
  }

  private static Button round() {
    Button button = new Button();
    button.getStyleClass().add("call-control");
    return button;
  }

  private static void look(
      Button button,
      Feather icon,
      String name,
      @org.jspecify.annotations.Nullable KeyCombination key,
      boolean off) {
    button.setGraphic(Icons.of(icon));
    button.setAccessibleText(name);
    Tips.put(button, key == null ? name : name + " (" + key.getDisplayText() + ")");
    button.pseudoClassStateChanged(OFF, off);
  }
}
