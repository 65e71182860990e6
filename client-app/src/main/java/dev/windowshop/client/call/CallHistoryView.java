package dev.windowshop.client.call;

import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Call;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The page of past calls, each to be made again with one press.
final class CallHistoryView implements Page {
  private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

  /// A look at oneself and the choice of devices.
  record Mirror(DevicesViewModel model, Executor opening, Runnable open, Runnable shut) {}

  private final CallHistoryViewModel model;
  private final Runnable refresh;
  private final BiConsumer<String, Call.Media> call;
  private final Consumer<String> openConversation;
  private final Pictures pictures;
  private static final double MIRROR = 420;

  private final VBox list = new VBox();
  private final Mirror mirror;
  private final DevicesView devices;
  private final AnimationTimer pulse =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          devices.pulse();
        }
      };
  private final Parent node;

  CallHistoryView(
      CallHistoryViewModel model,
      OwnLinksView links,
      Runnable refresh,
      BiConsumer<String, Call.Media> call,
      Consumer<String> openConversation,
      Runnable byLink,
      Pictures pictures,
      Mirror mirror) {
    this.mirror = mirror;
    this.model = model;
    this.refresh = refresh;
    this.call = call;
    this.openConversation = openConversation;
    this.pictures = pictures;
    Label title = new Label("Calls");
    title.getStyleClass().add("t-page");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button settings = new Button("Camera and sound", Icons.of(Feather.SETTINGS));
    settings.setOnAction(_ -> lookAtOneself());
    Button join = new Button("Join by a link", Icons.of(Feather.LINK));
    join.setOnAction(_ -> byLink.run());
    for (Button button : new Button[] {join, settings}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox head = new HBox(8, title, join, settings);
    head.setAlignment(Pos.CENTER_LEFT);
    devices = new DevicesView(mirror.model(), mirror.opening(), this::lookAway);
    devices.setMaxWidth(MIRROR);
    devices.getStyleClass().add("call-devices-card");
    devices.setVisible(false);
    devices.setManaged(false);
    Label trouble = new Label();
    trouble.getStyleClass().add("t-muted");
    trouble.setWrapText(true);
    trouble.textProperty().bind(model.trouble());
    trouble.visibleProperty().bind(model.trouble().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    list.getStyleClass().add("call-history-list");
    VBox page = new VBox(head, devices, trouble, links, list);
    page.getStyleClass().add("call-history");
    EmptyState empty =
        new EmptyState(
            Feather.PHONE,
            "No calls yet",
            "Open a conversation and press the phone or the camera: the store stays beside you.");
    empty
        .visibleProperty()
        .bind(
            model
                .loaded()
                .and(Bindings.isEmpty(model.rows()))
                .and(model.trouble().isEmpty())
                .and(devices.visibleProperty().not())
                .and(links.visibleProperty().not()));
    empty.setMouseTransparent(true);
    node = new StackPane(new PageScroll(page), empty);
    model.rows().subscribe(this::fill);
    fill();
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void activate() {
    refresh.run();
  }

  @Override
  public void deactivate() {
    lookAway();
  }

  private void lookAtOneself() {
    if (devices.isVisible()) {
      lookAway();
      return;
    }
    devices.setVisible(true);
    devices.setManaged(true);
    pulse.start();
    mirror.open().run();
  }

  private void lookAway() {
    if (devices.isVisible()) {
      devices.setVisible(false);
      devices.setManaged(false);
      pulse.stop();
      mirror.shut().run();
    }
  }

  private void fill() {
    list.getChildren().setAll(model.rows().stream().map(this::row).toList());
  }

  private Node row(CallHistoryViewModel.Row row) {
    Label name = new Label(row.name());
    name.getStyleClass().add("t-strong");
    Label line =
        new Label(
            row.line(),
            Icons.of(
                row.outgoing() ? Feather.ARROW_UP_RIGHT : Feather.ARROW_DOWN_LEFT, "icon-small"));
    line.getStyleClass().add("call-history-line");
    line.pseudoClassStateChanged(MISSED, row.missed());
    VBox words = new VBox(name, line);
    words.getStyleClass().add("call-ringing-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label when = new Label(row.when());
    when.getStyleClass().add("t-muted");
    when.setMinWidth(Region.USE_PREF_SIZE);
    boolean video = row.media() == Call.Media.VIDEO;
    Button write =
        Icons.button(
            Feather.MESSAGE_CIRCLE,
            "Write to " + row.name(),
            () -> openConversation.accept(row.conversationId()));
    Button again =
        Icons.button(
            video ? Feather.VIDEO : Feather.PHONE,
            "Call " + row.name(),
            () -> call.accept(row.conversationId(), row.media()));
    // Their place stays, so that the times stay below each other.
    write.setVisible(row.shown());
    again.setVisible(row.callable());
    HBox all =
        new HBox(new Avatar(pictures, 40, row.name(), row.avatarUrl()), words, when, write, again);
    all.getStyleClass().add("call-history-row");
    return all;
  }
}
