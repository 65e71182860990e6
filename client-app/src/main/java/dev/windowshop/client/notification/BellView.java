package dev.windowshop.client.notification;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Tips;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The list that the bell opens.
public final class BellView extends VBox {
  private static final double AVATAR = 36;
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

  private final BellViewModel model;
  private final Pictures pictures;
  private final Runnable close;
  private final VBox rows = new VBox();
  private final ListChangeListener<BellSection> changes = _ -> fill();

  /// @param quiet whether one does not want to be disturbed
  /// @param settings shows what may draw attention to itself
  /// @param close puts the list away
  public BellView(
      BellViewModel model,
      Pictures pictures,
      BooleanProperty quiet,
      Runnable settings,
      Runnable close) {
    this.model = model;
    this.pictures = pictures;
    this.close = close;
    getStyleClass().add("bell");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.getStyleClass().add("sheet-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    EmptyState none =
        new EmptyState(
            Feather.BELL,
            "Nothing missed",
            "Calls, invites, replies and news of your orders wait here.");
    StackPane body = new StackPane(scroll, none);
    VBox.setVgrow(body, Priority.ALWAYS);
    var empty = Bindings.isEmpty(model.sections());
    scroll.visibleProperty().bind(empty.not());
    none.visibleProperty().bind(empty);
    getChildren().addAll(head(quiet, settings), body);
    model.sections().addListener(changes);
    model.refresh();
    fill();
  }

  /// Lets go of everything.
  public void stop() {
    model.sections().removeListener(changes);
  }

  private Node head(BooleanProperty quiet, Runnable settings) {
    Label title = new Label("Notifications");
    title.getStyleClass().add("t-section");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button all = Icons.button(Feather.CHECK_CIRCLE, "Mark all as read", model::readAll);
    all.disableProperty().bind(model.unread().isEqualTo(0));
    ToggleButton hush = new ToggleButton();
    hush.setGraphic(Icons.of(Feather.MOON));
    hush.getStyleClass().addAll("icon-button", "bell-quiet");
    Tips.put(hush, "Do not disturb");
    hush.setAccessibleText("Do not disturb");
    hush.selectedProperty().bindBidirectional(quiet);
    Button choose =
        Icons.button(
            Feather.SETTINGS,
            "What may draw attention",
            () -> {
              close.run();
              settings.run();
            });
    HBox head = new HBox(2, title, gap, hush, all, choose);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("bell-head");
    return head;
  }

  private void fill() {
    rows.getChildren().clear();
    for (BellSection section : model.sections()) {
      Label name = new Label(section.name());
      name.getStyleClass().add("bell-section");
      rows.getChildren().add(name);
      section.entries().forEach(entry -> rows.getChildren().add(row(entry)));
    }
  }

  private Node row(BellEntry entry) {
    Label words = new Label(entry.words());
    words.getStyleClass().add("bell-words");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    VBox text = new VBox(2, words);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    if (entry.preview() != null) {
      Label preview = new Label(entry.preview().replaceAll("\\s+", " "));
      preview.getStyleClass().add("bell-preview");
      preview.setMinWidth(0);
      text.getChildren().add(preview);
    }
    Label time = new Label(entry.time());
    time.getStyleClass().add("bell-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    Region dot = new Region();
    dot.getStyleClass().add("bell-dot");
    dot.setVisible(entry.unread());
    VBox end = new VBox(6, time, dot);
    end.setAlignment(Pos.TOP_RIGHT);
    HBox line = new HBox(12, picture(entry), text, end);
    line.setAlignment(Pos.TOP_LEFT);
    // No button: its height would not follow from how its words wrap.
    line.getStyleClass().add("bell-row");
    line.pseudoClassStateChanged(UNREAD, entry.unread());
    line.setFocusTraversable(true);
    line.setAccessibleRole(AccessibleRole.BUTTON);
    line.setAccessibleText(
        (entry.unread() ? "Unread: " : "") + entry.words() + ", " + entry.time());
    line.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        choose(entry);
      }
    });
    line.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        event.consume();
        choose(entry);
      }
    });
    if (entry.unread()) {
      MenuItem read = new MenuItem("Mark as read");
      read.setGraphic(Icons.of(Feather.CHECK));
      read.setOnAction(_ -> model.read(entry));
      ContextMenu menu = new ContextMenu(read);
      line.setOnContextMenuRequested(
          event -> menu.show(line, event.getScreenX(), event.getScreenY()));
    }
    return line;
  }

  private void choose(BellEntry entry) {
    close.run();
    model.choose(entry);
  }

  /// Who did it, with a sign of what; the sign alone where nobody did.
  private Node picture(BellEntry entry) {
    StackPane sign = new StackPane(Icons.of(entry.icon(), "icon-small"));
    sign.getStyleClass().add(entry.person() == null ? "bell-icon" : "bell-sign");
    sign.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    if (entry.person() == null) {
      return sign;
    }
    StackPane place =
        new StackPane(new Avatar(pictures, AVATAR, entry.person(), entry.picture()), sign);
    place.setMinSize(AVATAR + 4, AVATAR + 4);
    place.setMaxSize(AVATAR + 4, AVATAR + 4);
    place.setAlignment(Pos.TOP_LEFT);
    StackPane.setAlignment(sign, Pos.BOTTOM_RIGHT);
    return place;
  }
}
