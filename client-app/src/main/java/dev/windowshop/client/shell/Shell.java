package dev.windowshop.client.shell;

import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's content, put together.
public final class Shell {
  private final StackPane root = new StackPane();
  private final Navigator navigator;
  private final Theme theme;
  private final DockPane dock;
  private final NoticesPane notices = new NoticesPane();
  private final KeysSheet keys = new KeysSheet();
  private final SheetPane sheet = new SheetPane();
  private final PopoverPane popover = new PopoverPane();
  private final TopBarView topBar;

  public Shell(
      ShellModel model,
      Navigator navigator,
      PageFactory pages,
      DockContent dockContent,
      CallStage call,
      Theme theme,
      Pictures pictures) {
    this.navigator = navigator;
    this.theme = theme;
    dock = new DockPane(dockContent, call);
    topBar = new TopBarView(navigator, theme, () -> keys.setVisible(true));
    PageHost host = new PageHost(pages);
    VBox.setVgrow(host, Priority.ALWAYS);
    VBox middle = new VBox(topBar, quietLine(model), call.bars(), host);
    middle.getStyleClass().add("middle");
    RailView rail = new RailView(model, navigator, dock, pictures);
    ShellLayout layout = new ShellLayout(rail, middle, dock);
    layout.narrow().subscribe(rail::setCompact);
    root.getChildren().addAll(layout, popover, sheet, notices, ringing(call), keys);
    root.getStyleClass().add("shell");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
    root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    navigator.current().subscribe(destination -> host.show(destination, navigator.replacing()));
    root.sceneProperty().subscribe(scene -> root.requestFocus());
  }

  public StackPane root() {
    return root;
  }

  public Dock dock() {
    return dock;
  }

  public Notices notices() {
    return notices;
  }

  public Sheets sheets() {
    return sheet;
  }

  public Popovers popovers() {
    return popover;
  }

  public void focusSearch() {
    topBar.focusSearch();
  }

  /// @param follow told a link of ours that is written where one searches
  public void openLinks(Consumer<String> follow) {
    topBar.openLinks(follow);
  }

  private static Node quietLine(ShellModel model) {
    Label line = new Label();
    line.getStyleClass().add("quiet-line");
    line.setMaxWidth(Double.MAX_VALUE);
    line.setWrapText(true);
    line.textProperty().bind(model.quietLine());
    line.visibleProperty().bind(model.quietLine().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private static Node ringing(CallStage call) {
    StackPane place = new StackPane(call.ringingCard());
    place.getStyleClass().add("ringing-place");
    place.setAlignment(Pos.TOP_RIGHT);
    place.setPickOnBounds(false);
    place.visibleProperty().bind(call.ringing());
    return place;
  }

  private void shortcut(KeyEvent event) {
    if (is(event, KeyCode.K, KeyCombination.SHORTCUT_DOWN)) {
      topBar.focusSearch();
    } else if (is(event, KeyCode.LEFT, KeyCombination.ALT_DOWN)) {
      navigator.back();
    } else if (is(event, KeyCode.RIGHT, KeyCombination.ALT_DOWN)) {
      navigator.forward();
    } else if (is(event, KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN)) {
      navigator.go(new Destination.Home());
    } else if (is(event, KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN)) {
      navigator.go(new Destination.ForYou());
    } else if (is(event, KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN)) {
      navigator.go(new Destination.Cart());
    } else if (is(event, KeyCode.DIGIT4, KeyCombination.SHORTCUT_DOWN)) {
      dock.openList();
    } else if (is(event, KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)) {
      theme.toggle();
    } else if (is(event, KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)) {
      if (!notices.answer()) {
        return;
      }
    } else if (event.getCode() == KeyCode.ESCAPE && keys.isVisible()) {
      keys.setVisible(false);
    } else if (event.getCode() == KeyCode.ESCAPE && sheet.isVisible()) {
      sheet.escape();
    } else if (event.getCode() == KeyCode.ESCAPE && popover.isVisible()) {
      popover.close();
    } else {
      return;
    }
    event.consume();
  }

  private static boolean is(KeyEvent event, KeyCode code, KeyCombination.Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers).match(event);
  }

  /// What no control took: `?` shows the keys.
  private void typed(KeyEvent event) {
    if (!(event.getTarget() instanceof TextInputControl) && event.getCharacter().equals("?")) {
      keys.setVisible(true);
    }
  }

  /// What no control took: Escape closes the dock.
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      dock.close();
    }
  }
}
