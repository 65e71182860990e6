package dev.windowshop.client.call;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Pictures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The call above the conversation: who it is with, the tiles, round controls; at the end, how it
/// went. One pulse a screen refresh takes the newest picture of every tile.
final class CallView extends VBox {
  /// What the controls do.
  interface Actions {
    void setMuted(boolean muted);

    void setCamera(boolean on);

    void hangUp();

    /// Over to the call on hold.
    void swap();

    void endForAll();

    void callBack();

    void dismiss();
  }

  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
  private static final KeyCombination MUTE =
      new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination CAMERA =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination HANG_UP =
      new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final CallViewModel model;
  private final Actions actions;
  private final Pictures pictures;
  private final Executor opening;
  private final TilesPane tiles = new TilesPane();
  private final List<TileView> views = new ArrayList<>();
  private final AnimationTimer pulse =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          views.forEach(view -> view.screen().pulse());
        }
      };

  /// @param opening where frame files are opened
  CallView(CallViewModel model, Actions actions, Pictures pictures, Executor opening) {
    this.model = model;
    this.actions = actions;
    this.pictures = pictures;
    this.opening = opening;
    getStyleClass().add("call");
    HBox controls = controls();
    HBox ending = ending();
    getChildren().addAll(heading(), tiles, controls, onHold(), ending);
    shownWhile(controls, model.inCall());
    shownWhile(ending, model.over());
    tiles.managedProperty().bind(tiles.visibleProperty());
    model.tiles().addListener((ListChangeListener<TileViewModel>) change -> placeTiles());
    placeTiles();
    sceneProperty().subscribe(this::sceneChanged);
  }

  private HBox heading() {
    Label title = new Label();
    title.getStyleClass().add("t-strong");
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.textProperty().bind(model.title());
    Label status = new Label();
    status.getStyleClass().add("t-muted");
    status.setWrapText(true);
    status.textProperty().bind(model.status());
    HBox heading = new HBox(title, status);
    heading.getStyleClass().add("call-heading");
    HBox.setHgrow(status, Priority.ALWAYS);
    return heading;
  }

  private HBox controls() {
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
    Button hangUp = round();
    look(hangUp, Feather.PHONE_OFF, "Hang up", HANG_UP, false);
    hangUp.getStyleClass().add("call-leave");
    hangUp.setOnAction(event -> actions.hangUp());
    HBox controls = new HBox(mute, camera, hangUp);
    controls.getStyleClass().add("call-controls");
    return controls;
  }

  private HBox onHold() {
    Label who = new Label();
    who.setGraphic(Icons.of(Feather.PAUSE, "icon-small"));
    who.textProperty().bind(Bindings.concat(model.onHold(), " on hold"));
    who.setMinWidth(0);
    HBox.setHgrow(who, Priority.ALWAYS);
    who.setMaxWidth(Double.MAX_VALUE);
    Button swap = new Button("Switch");
    swap.getStyleClass().add("quiet");
    swap.setMinWidth(Region.USE_PREF_SIZE);
    swap.setOnAction(event -> actions.swap());
    HBox strip = new HBox(who, swap);
    strip.getStyleClass().add("call-on-hold");
    shownWhile(strip, model.onHold().isNotEmpty());
    return strip;
  }

  private HBox ending() {
    Button again = new Button("Call back", Icons.of(Feather.PHONE));
    again.setOnAction(event -> actions.callBack());
    Button close = new Button("Close");
    close.getStyleClass().add("quiet");
    close.setOnAction(event -> actions.dismiss());
    HBox ending = new HBox(again, close);
    ending.getStyleClass().add("call-ending");
    return ending;
  }

  private static Button round() {
    Button button = new Button();
    button.getStyleClass().add("call-control");
    return button;
  }

  private static void look(
      Button button, Feather icon, String name, KeyCombination key, boolean off) {
    button.setGraphic(Icons.of(icon));
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name + " (" + key.getDisplayText() + ")"));
    button.pseudoClassStateChanged(OFF, off);
  }

  static void shownWhile(Region part, ObservableValue<Boolean> condition) {
    part.visibleProperty().bind(condition);
    part.managedProperty().bind(condition);
  }

  private void placeTiles() {
    views.removeIf(view -> {
      boolean gone = !model.tiles().contains(view.model());
      if (gone) {
        view.close();
      }
      return gone;
    });
    for (TileViewModel tile : model.tiles()) {
      if (views.stream().noneMatch(view -> view.model() == tile)) {
        views.add(new TileView(tile, pictures, opening));
      }
    }
    // Oneself comes last, whoever came later.
    views.sort((a, b) -> Boolean.compare(a.model().self(), b.model().self()));
    tiles.setTiles(views);
    tiles.setVisible(!views.isEmpty());
  }

  private void sceneChanged(@Nullable Scene before, @Nullable Scene after) {
    if (before != null) {
      List.of(MUTE, CAMERA, HANG_UP).forEach(before.getAccelerators()::remove);
    }
    if (after == null) {
      pulse.stop();
      return;
    }
    after.getAccelerators().put(MUTE, () -> actions.setMuted(!model.muted().get()));
    after.getAccelerators().put(CAMERA, () -> actions.setCamera(!model.cameraOn().get()));
    after.getAccelerators().put(HANG_UP, actions::hangUp);
    pulse.start();
  }
}
