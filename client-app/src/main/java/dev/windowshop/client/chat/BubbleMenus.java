package dev.windowshop.client.chat;

import dev.windowshop.client.emoji.EmojiPickerView;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What one can do with a message: a small bar while the pointer is on it, and a menu.
final class BubbleMenus {
  private static final Duration CHANGEABLE = Duration.ofDays(1);
  private static final int QUICK = 6;
  private static final double PICKER = 340;

  private final ConversationViewModel model;
  private final ChatContext context;
  private final MessageSheets sheets;
  private final FileActions files;
  private @Nullable ContextMenu open;

  BubbleMenus(
      ConversationViewModel model, ChatContext context, MessageSheets sheets, FileActions files) {
    this.model = model;
    this.context = context;
    this.sheets = sheets;
    this.files = files;
  }

  void attach(StackPane bubble, Line.Bubble line) {
    bubble.setOnContextMenuRequested(event -> {
      event.consume();
      show(menu(line), bubble, event.getScreenX(), event.getScreenY());
    });
    Line.Source source = line.source();
    if (source == null || line.deleted()) {
      return;
    }
    bubble.setOnMouseEntered(_ -> {
      HBox bar = bar(bubble, line, source.message());
      bubble.getChildren().removeIf(node -> node.getStyleClass().contains("bubble-bar"));
      bubble.getChildren().add(bar);
      place(bar, bubble, line.own());
    });
    bubble.setOnMouseExited(
        _ -> bubble.getChildren().removeIf(node -> node.getStyleClass().contains("bubble-bar")));
  }

  private HBox bar(StackPane bubble, Line.Bubble line, Message message) {
    Button react = Icons.button(Feather.SMILE, "React", () -> {});
    react.setOnAction(_ -> react(bubble, react, message));
    Button answer =
        Icons.button(Feather.CORNER_UP_LEFT, "Reply", () -> model.composer().answer(message));
    Button more = Icons.button(Feather.MORE_HORIZONTAL, "More", () -> {});
    more.setOnAction(_ -> {
      ContextMenu menu = menu(line);
      hide();
      open = menu;
      menu.show(more, Side.BOTTOM, 0, 0);
    });
    HBox bar = model.canWrite().get() ? new HBox(react, answer, more) : new HBox(more);
    bar.getStyleClass().add("bubble-bar");
    bar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    bar.setManaged(false);
    return bar;
  }

  /// Beside the corner that is nearest to the middle of the transcript. How large it is, is known
  /// once it has its style, which it gets where it is shown.
  private static void place(HBox bar, StackPane bubble, boolean own) {
    bar.applyCss();
    double width = bar.prefWidth(-1);
    double x = own ? -6 : bubble.getWidth() - width + 6;
    bar.resizeRelocate(x, -16, width, bar.prefHeight(-1));
  }

  private void hide() {
    if (open != null) {
      open.hide();
    }
  }

  private void show(ContextMenu menu, Node owner, double x, double y) {
    hide();
    open = menu;
    menu.show(owner, x, y);
  }

  /// The usual ones at once, all of them behind a button.
  private void react(Node bubble, Node below, Message message) {
    Point2D place = below.localToScreen(0, 0);
    HBox row = new HBox();
    row.setAlignment(Pos.CENTER_LEFT);
    ContextMenu menu = new ContextMenu();
    menu.getStyleClass().add("picker-menu");
    for (String emoji : context.media().recents().quick(QUICK)) {
      Button button = new Button();
      button.getStyleClass().setAll("emoji-button");
      button.setMinSize(36, 36);
      button.setGraphic(context.media().emoji().node(emoji, 24));
      button.setAccessibleText("React with " + emoji);
      button.setOnAction(_ -> {
        menu.hide();
        chosen(message, emoji);
      });
      row.getChildren().add(button);
    }
    Button all = Icons.button(Feather.PLUS, "More emoji", () -> {});
    all.setOnAction(_ -> {
      menu.hide();
      pick(bubble, place.getX(), place.getY() - PICKER, message);
    });
    row.getChildren().add(all);
    CustomMenuItem item = new CustomMenuItem(row, false);
    item.getStyleClass().add("picker-item");
    menu.getItems().setAll(item);
    hide();
    open = menu;
    menu.show(below, Side.TOP, 0, -4);
  }

  /// @param anchor stays in the scene, unlike the bar, which goes with the pointer
  private void pick(Node anchor, double x, double y, Message message) {
    ContextMenu menu = new ContextMenu();
    EmojiPickerView picker =
        new EmojiPickerView(
            context.media().emoji(),
            context.media().recents(),
            emoji -> {
              menu.hide();
              chosen(message, emoji);
            });
    CustomMenuItem item = new CustomMenuItem(picker, false);
    item.getStyleClass().add("picker-item");
    menu.getStyleClass().add("picker-menu");
    menu.getItems().setAll(item);
    picker.reset();
    hide();
    open = menu;
    show(menu, anchor, x, y);
  }

  private void chosen(Message message, String emoji) {
    context.media().recents().used(emoji);
    model.react(message.id(), emoji, true);
  }

  private ContextMenu menu(Line.Bubble line) {
    List<MenuItem> items = new ArrayList<>();
    Line.Source source = line.source();
    if (source == null) {
      items.add(copy(line));
      if (line.delivery() == Line.Delivery.FAILED) {
        items.add(item("Try again", () -> model.retry(line.key())));
      }
      items.add(item("Don't send", () -> model.discard(line.key())));
      return new ContextMenu(items.toArray(MenuItem[]::new));
    }
    Message message = source.message();
    boolean young = message.createdAt().isAfter(Instant.now().minus(CHANGEABLE));
    if (!line.deleted()) {
      if (model.canWrite().get()) {
        items.add(item("Reply", () -> model.composer().answer(message)));
      }
      if (!line.text().isEmpty()) {
        items.add(copy(line));
      }
      for (Line.Media one : line.media()) {
        if (line.media().size() == 1) {
          items.add(item("Save as…", () -> files.save(one)));
        }
      }
      items.add(item("Forward…", () -> sheets.forward(message)));
      if (model.mayPin()) {
        boolean pinned = model.isPinned(message.id());
        items.add(item(pinned ? "Unpin" : "Pin", () -> model.pin(message.id(), !pinned)));
      }
      if (line.own() && young && model.canWrite().get() && isWords(message)) {
        items.add(item("Edit", () -> model.composer().change(message)));
      }
      if (line.own()) {
        items.add(item("Who has read it", () -> sheets.readers(message)));
      }
      if (line.edited()) {
        items.add(item("What it said before", () -> history(line)));
      }
    }
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    boolean mayDelete = line.own() && young || model.mayDeleteOthers();
    if (!line.deleted() && mayDelete) {
      items.add(item("Delete for everybody", () -> sheets.delete(message)));
    }
    items.add(item("Delete for me", () -> model.hide(message.id())));
    if (!line.own() && !line.deleted()) {
      items.add(item("Report…", () -> context.people().reportMessage().accept(message.id())));
    }
    return new ContextMenu(items.toArray(MenuItem[]::new));
  }

  private static boolean isWords(Message message) {
    return switch (message.type()) {
      case TEXT, IMAGE, VIDEO, FILE, PRODUCT -> true;
      case VOICE, ORDER, POLL, OFFER, SYSTEM, CALL, UNKNOWN -> false;
    };
  }

  void history(Line.Bubble line) {
    Line.Source source = line.source();
    if (source != null) {
      sheets.history(source.message());
    }
  }

  private static MenuItem copy(Line.Bubble line) {
    return item(
        "Copy",
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(line.text());
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
