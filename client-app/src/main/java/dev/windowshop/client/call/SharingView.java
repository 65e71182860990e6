package dev.windowshop.client.call;

import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Tips;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Which screen or window to share: a small picture of each.
final class SharingView extends VBox {
  private static final double WIDTH = 148;
  private static final double HEIGHT = 84;
  private static final double MOST_HEIGHT = 300;

  private final CallView.Actions actions;
  private final Executor opening;
  private final TilePane choices = new TilePane(8, 8);
  private final Label none = new Label();
  private final Map<ScreenSource, Screen> pictures = new LinkedHashMap<>();

  /// @param opening where frame files are opened
  SharingView(CallViewModel model, CallView.Actions actions, Executor opening) {
    super(8);
    this.actions = actions;
    this.opening = opening;
    getStyleClass().add("call-devices");
    Label title = new Label("Share a screen or a window");
    title.getStyleClass().add("t-strong");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head =
        new HBox(title, Icons.button(Feather.X, "Close", () -> model.choosingScreen().set(false)));
    head.setAlignment(Pos.CENTER_LEFT);
    none.getStyleClass().add("t-muted");
    none.setWrapText(true);
    CallView.shownWhile(none, none.textProperty().isNotEmpty());
    choices.setPrefColumns(2);
    ScrollPane scroll = new ScrollPane(choices);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(MOST_HEIGHT);
    scroll.setMinHeight(0);
    CallView.shownWhile(scroll, Bindings.isNotEmpty(choices.getChildren()));
    getChildren().addAll(head, none, scroll);
    model.screens().subscribe(this::show);
    model
        .choosingScreen()
        .subscribe(shown -> {
          if (!shown) {
            clear();
          } else {
            show(model.screens().get());
          }
        });
  }

  private void show(@Nullable List<Shareable> found) {
    none.setText(
        found == null
            ? "Looking…"
            : found.isEmpty()
                ? "There is nothing here that can be shared."
                : found.stream().anyMatch(SharingView::isScreen)
                    ? ""
                    : "Whole screens can't be shared from this desktop, windows can.");
    List<Shareable> all = found == null ? List.of() : found;
    List<ScreenSource> sources = all.stream().map(Shareable::source).toList();
    if (!sources.equals(List.copyOf(pictures.keySet()))) {
      clear();
      int screens = 0;
      for (ScreenSource source : sources) {
        boolean isScreen = source.kind() == ScreenSource.Kind.SCREEN;
        screens += isScreen ? 1 : 0;
        choices.getChildren().add(choice(source, isScreen ? "Screen " + screens : source.title()));
      }
    }
    for (Shareable one : all) {
      Screen picture = pictures.get(one.source());
      if (picture != null) {
        picture.show(one.picture());
      }
    }
  }

  private static boolean isScreen(Shareable one) {
    return one.source().kind() == ScreenSource.Kind.SCREEN;
  }

  private Node choice(ScreenSource source, String name) {
    Screen picture = new Screen(opening);
    picture.showWhole();
    pictures.put(source, picture);
    boolean isScreen = source.kind() == ScreenSource.Kind.SCREEN;
    StackPane frame = new StackPane(Icons.of(isScreen ? Feather.MONITOR : Feather.SQUARE), picture);
    frame.getStyleClass().add("call-mirror");
    frame.setMinSize(WIDTH, HEIGHT);
    frame.setPrefSize(WIDTH, HEIGHT);
    frame.setMaxSize(WIDTH, HEIGHT);
    Button button = new Button(name, frame);
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().addAll("quiet", "call-shareable");
    button.setPrefWidth(WIDTH + 12);
    button.setMaxWidth(Region.USE_PREF_SIZE);
    Tips.put(button, name);
    button.setOnAction(event -> actions.share(source));
    return button;
  }

  /// A new picture, where there is one.
  void pulse() {
    pictures.values().forEach(Screen::pulse);
  }

  private void clear() {
    pictures.values().forEach(Screen::close);
    pictures.clear();
    choices.getChildren().clear();
  }
}
