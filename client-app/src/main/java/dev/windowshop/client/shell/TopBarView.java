package dev.windowshop.client.shell;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Theme;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Above the page: back, forward, search, light or dark.
final class TopBarView extends HBox {
  private static final Duration TYPING_PAUSE = Duration.millis(250);

  /// From so many letters on, results show while one types.
  private static final int ENOUGH = 2;

  private final Navigator navigator;
  private final TextField search = new TextField();
  private Consumer<String> follow = _ -> {};

  TopBarView(Navigator navigator, Theme theme, Runnable showKeys) {
    this.navigator = navigator;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    Button back = Icons.button(Feather.ARROW_LEFT, "Back  (Alt+Left)", navigator::back);
    back.disableProperty().bind(navigator.canGoBack().not());
    Button forward = Icons.button(Feather.ARROW_RIGHT, "Forward  (Alt+Right)", navigator::forward);
    forward.disableProperty().bind(navigator.canGoForward().not());
    Button light = Icons.button(Feather.MOON, "Light or dark  (Ctrl+Shift+L)", theme::toggle);
    theme
        .dark()
        .subscribe(
            dark -> ((FontIcon) light.getGraphic()).setIconCode(dark ? Feather.SUN : Feather.MOON));
    Button keys = Icons.button(Feather.HELP_CIRCLE, "Keys  (?)", showKeys);
    Region left = new Region();
    Region right = new Region();
    HBox.setHgrow(left, Priority.SOMETIMES);
    HBox.setHgrow(right, Priority.SOMETIMES);
    StackPane field = searchField();
    HBox.setHgrow(field, Priority.ALWAYS);
    getChildren().addAll(back, forward, left, field, right, keys, light);
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  void openLinks(Consumer<String> next) {
    follow = next;
  }

  private StackPane searchField() {
    search.setPromptText("Search the shop");
    search.getStyleClass().add("search-field");
    FontIcon glass = Icons.of(Feather.SEARCH, "icon-muted");
    glass.setMouseTransparent(true);
    StackPane.setAlignment(glass, Pos.CENTER_LEFT);
    Label hint = new Label("Ctrl K");
    hint.getStyleClass().add("key-hint");
    hint.setMouseTransparent(true);
    hint.visibleProperty()
        .bind(search.focusedProperty().not().and(search.textProperty().isEmpty()));
    StackPane.setAlignment(hint, Pos.CENTER_RIGHT);
    Label enter = new Label("Enter opens the link");
    enter.getStyleClass().add("key-hint");
    enter.setMouseTransparent(true);
    enter.visibleProperty().bind(search.textProperty().map(TopBarView::isLink));
    StackPane.setAlignment(enter, Pos.CENTER_RIGHT);
    StackPane field = new StackPane(search, glass, hint, enter);
    field.getStyleClass().add("search-box");
    PauseTransition pause = new PauseTransition(TYPING_PAUSE);
    pause.setOnFinished(event -> refine());
    search.textProperty().subscribe(text -> pause.playFromStart());
    search.setOnAction(event -> {
      pause.stop();
      submit();
    });
    search.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
        search.clear();
        event.consume();
      }
    });
    navigator.current().subscribe(this::follow);
    return field;
  }

  private void submit() {
    String text = search.getText().strip();
    if (isLink(text)) {
      search.clear();
      follow.accept(text);
    } else if (!text.isEmpty()) {
      look(text);
    }
  }

  /// What leads somewhere in the app is no words to look for.
  private static boolean isLink(String text) {
    return text.strip().toLowerCase(Locale.ROOT).startsWith("windowshop:");
  }

  /// Other words for the search that is shown keep its filters; a new search is of the whole shop.
  private void look(String text) {
    if (navigator.current().get() instanceof Destination.Search shown && shown.text() != null) {
      if (!text.equals(shown.text())) {
        navigator.replace(shown.withText(text));
      }
    } else {
      navigator.go(Destination.Search.text(text));
    }
  }

  /// What is typed shows at once and leaves no trail in the history beyond the first results.
  private void refine() {
    String text = search.getText().strip();
    boolean here = navigator.current().get() instanceof Destination.Search;
    if (search.isFocused()
        && !isLink(text)
        && text.codePointCount(0, text.length()) >= (here ? 1 : ENOUGH)) {
      look(text);
    }
  }

  private void follow(Destination destination) {
    String text =
        destination instanceof Destination.Search shown
            ? Objects.requireNonNullElse(shown.text(), "")
            : "";
    if (!text.equals(search.getText().strip())) {
      search.setText(text);
      search.end();
    }
  }
}
