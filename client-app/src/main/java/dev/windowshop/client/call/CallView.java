package dev.windowshop.client.call;

import dev.windowshop.client.emoji.EmojiPictures;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Pictures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The call above the conversation, or in a window of its own: who it is with, the tiles, round
/// controls; at the end, how it went. One pulse a screen refresh takes the newest picture of every
/// tile.
final class CallView extends VBox {
  /// What the controls do.
  interface Actions {
    void setMuted(boolean muted);

    void setCamera(boolean on);

    void setHand(boolean raised);

    void react(String emoji);

    /// Whether what somebody says is not to be heard here.
    void setDeaf(String userId, boolean deaf);

    void chooseDevices();

    /// Shows what can be shared, or stops sharing.
    void chooseScreen();

    void share(@Nullable ScreenSource source);

    void hangUp();

    /// Over to the call on hold.
    void swap();

    void endForAll();

    /// A link for people outside the conversation.
    void makeLink();

    void copyLink();

    void revokeLink();

    /// Lets whoever knocks in, or not.
    void answerKnock(boolean admitted);

    /// Puts a guest out.
    void removeGuest(String userId);

    void callBack();

    void dismiss();
  }

  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

  private final CallViewModel model;
  private final Actions actions;
  private final Pictures pictures;
  private final EmojiPictures emoji;
  private final Executor opening;
  private final DevicesView devices;
  private final SharingView sharing;
  private final TilesPane tiles = new TilesPane();
  private final List<TileView> views = new ArrayList<>();
  private final CallControls controls;
  private final EventHandler<KeyEvent> talking = this::talked;
  private final AnimationTimer pulse =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          views.forEach(view -> view.screen().pulse());
          devices.pulse();
          sharing.pulse();
        }
      };

  /// @param opening where frame files are opened
  CallView(
      CallViewModel model,
      DevicesViewModel devicesModel,
      Actions actions,
      CallPlace place,
      Pictures pictures,
      EmojiPictures emoji,
      Executor opening) {
    this.model = model;
    this.actions = actions;
    this.pictures = pictures;
    this.emoji = emoji;
    this.opening = opening;
    getStyleClass().add("call");
    controls = new CallControls(model, actions, emoji, new CallMenu(model, actions, place));
    devices = new DevicesView(devicesModel, opening, () -> model.choosingDevices().set(false));
    HBox ending = ending();
    Label details = new Label();
    details.getStyleClass().addAll("t-muted", "t-small", "call-details");
    details.setWrapText(true);
    details.setMinHeight(Region.USE_PREF_SIZE);
    details.textProperty().bind(model.details());
    sharing = new SharingView(model, actions, opening);
    shownWhile(sharing, model.choosingScreen());
    getChildren()
        .addAll(
            heading(),
            tiles,
            controls,
            knocking(),
            notice(),
            shared(),
            link(),
            details,
            devices,
            sharing,
            onHold(),
            ending);
    shownWhile(controls, model.inCall());
    shownWhile(details, model.details().isNotEmpty());
    shownWhile(devices, model.choosingDevices());
    shownWhile(ending, model.over());
    tiles.managedProperty().bind(tiles.visibleProperty());
    model.tiles().addListener((ListChangeListener<TileViewModel>) change -> placeTiles());
    model.main().subscribe(this::placeTiles);
    placeTiles();
    sceneProperty().subscribe(this::sceneChanged);
  }

  /// In a window of its own the tiles take all the room that there is.
  void setApart(boolean apart) {
    setVgrow(tiles, apart ? Priority.ALWAYS : Priority.NEVER);
    tiles.setMaxHeight(apart ? Double.MAX_VALUE : Region.USE_COMPUTED_SIZE);
    tiles.setMinHeight(apart ? 0 : Region.USE_COMPUTED_SIZE);
  }

  /// In full screen the ground is as dark as the pictures' own.
  void setFull(boolean full) {
    pseudoClassStateChanged(FULL, full);
  }

  /// Who it is with.
  ReadOnlyStringProperty title() {
    return model.title();
  }

  void setControlsShown(boolean shown) {
    controls.setOpacity(shown ? 1 : 0);
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

  private HBox shared() {
    Label words = new Label();
    words.textProperty().bind(model.shared());
    words.setGraphic(Icons.of(Feather.MONITOR, "icon-small"));
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button stop = new Button("Stop sharing");
    stop.getStyleClass().add("quiet");
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setOnAction(event -> actions.share(null));
    HBox strip = new HBox(words, stop);
    strip.getStyleClass().add("call-on-hold");
    shownWhile(strip, model.sharing());
    return strip;
  }

  private HBox notice() {
    Label words = new Label();
    words.setGraphic(Icons.of(Feather.HEADPHONES, "icon-small"));
    words.textProperty().bind(model.notice());
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button read = new Button("OK");
    read.getStyleClass().add("quiet");
    read.setMinWidth(Region.USE_PREF_SIZE);
    read.setOnAction(event -> actions.dismiss());
    HBox strip = new HBox(words, read);
    strip.getStyleClass().add("call-on-hold");
    shownWhile(
        strip,
        model.notice().isNotEmpty().and(model.knocking().isEmpty()).and(model.link().isNull()));
    return strip;
  }

  private HBox knocking() {
    Label who = new Label();
    who.setGraphic(Icons.of(Feather.USER_PLUS, "icon-small"));
    who.textProperty().bind(model.knocking());
    who.setWrapText(true);
    who.setMinHeight(Region.USE_PREF_SIZE);
    who.setMinWidth(0);
    who.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(who, Priority.ALWAYS);
    Button no = new Button("Refuse");
    no.getStyleClass().addAll("quiet", "danger");
    no.setMinWidth(Region.USE_PREF_SIZE);
    no.setOnAction(event -> actions.answerKnock(false));
    Button yes = new Button("Admit");
    yes.getStyleClass().add("primary");
    yes.setMinWidth(Region.USE_PREF_SIZE);
    yes.setOnAction(event -> actions.answerKnock(true));
    HBox strip = new HBox(who, no, yes);
    strip.getStyleClass().addAll("call-on-hold", "call-knock");
    shownWhile(strip, model.knocking().isNotEmpty());
    return strip;
  }

  private HBox link() {
    Label words = new Label("The link is copied: who opens it asks to join.");
    words.setGraphic(Icons.of(Feather.LINK, "icon-small"));
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button copy = Icons.button(Feather.COPY, "Copy the link", actions::copyLink);
    Button back = Icons.button(Feather.TRASH_2, "Take it back", actions::revokeLink);
    Button read = Icons.button(Feather.X, "Close", model::linkRead);
    HBox strip = new HBox(words, copy, back, read);
    strip.getStyleClass().add("call-link-made");
    strip.getStyleClass().add("call-on-hold");
    // Beside the conversation there is room for one of these at a time.
    shownWhile(strip, model.link().isNotNull().and(model.knocking().isEmpty()));
    return strip;
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
    shownWhile(again, model.repeatable());
    Button close = new Button("Close");
    close.getStyleClass().add("quiet");
    close.setOnAction(event -> actions.dismiss());
    HBox ending = new HBox(again, close);
    ending.getStyleClass().add("call-ending");
    return ending;
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
        views.add(new TileView(tile, actions, pictures, emoji, opening));
      }
    }
    // Oneself comes last, whoever came later; the large one first.
    String main = model.main().get();
    views.sort(
        Comparator.comparing(
                (TileView view) -> view.model().self() || !view.model().userId().equals(main))
            .thenComparing(view -> view.model().self()));
    tiles.setTiles(views, !main.isEmpty() && views.size() > 2);
    tiles.setVisible(!views.isEmpty());
  }

  /// Holding the space bar speaks, unless one is writing.
  private void talked(KeyEvent event) {
    if (event.getCode() != KeyCode.SPACE || !model.talksByPushing()) {
      return;
    }
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    if (focused instanceof TextInputControl) {
      return;
    }
    event.consume();
    boolean down = event.getEventType() == KeyEvent.KEY_PRESSED;
    if (event.getEventType() != KeyEvent.KEY_TYPED && model.muted().get() == down) {
      actions.setMuted(!down);
    }
  }

  private void sceneChanged(@Nullable Scene before, @Nullable Scene after) {
    if (before != null) {
      List.of(CallControls.MUTE, CallControls.CAMERA, CallControls.HAND, CallControls.HANG_UP)
          .forEach(before.getAccelerators()::remove);
      before.removeEventFilter(KeyEvent.ANY, talking);
    }
    if (after == null) {
      pulse.stop();
      return;
    }
    after.getAccelerators().put(CallControls.MUTE, () -> actions.setMuted(!model.muted().get()));
    after
        .getAccelerators()
        .put(CallControls.CAMERA, () -> actions.setCamera(!model.cameraOn().get()));
    after
        .getAccelerators()
        .put(CallControls.HAND, () -> actions.setHand(!model.handRaised().get()));
    after.getAccelerators().put(CallControls.HANG_UP, actions::hangUp);
    after.addEventFilter(KeyEvent.ANY, talking);
    pulse.start();
  }
}
