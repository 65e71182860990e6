package dev.windowshop.client.emoji;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where one picks an emoji: a search, those used lately, and all of them by group.
public final class EmojiPickerView extends VBox {
  private static final int COLUMNS = 8;
  private static final double CELL = 36;
  private static final double PICTURE = 24;
  private static final int FOUND = 96;

  private static final Map<String, String> GROUPS =
      Map.of(
          "Smileys & Emotion", "\uD83D\uDE00",
          "People & Body", "\uD83D\uDC4B",
          "Animals & Nature", "\uD83D\uDC3B",
          "Food & Drink", "\uD83C\uDF4E",
          "Travel & Places", "\uD83D\uDE97",
          "Activities", "\u26BD",
          "Objects", "\uD83D\uDCA1",
          "Symbols", "\uD83D\uDC9F",
          "Flags", "\uD83C\uDFC1");

  private sealed interface Row {}

  private record Heading(String text) implements Row {}

  private record Emojis(List<Emoji> all) implements Row {}

  private final EmojiPictures pictures;
  private final EmojiRecents recents;
  private final Consumer<String> picked;
  private final TextField search = new TextField();
  private final ListView<Row> list = new ListView<>();
  private final Label none = new Label("Nothing is called that.");

  /// @param picked told of each one that is chosen
  public EmojiPickerView(EmojiPictures pictures, EmojiRecents recents, Consumer<String> picked) {
    this.pictures = pictures;
    this.recents = recents;
    this.picked = picked;
    getStyleClass().add("emoji-picker");
    search.setPromptText("Find an emoji");
    search.getStyleClass().add("emoji-search");
    search.textProperty().subscribe(this::show);
    search.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        first();
        event.consume();
      }
    });
    list.getStyleClass().add("emoji-list");
    list.setCellFactory(_ -> new RowCell());
    list.setFocusTraversable(false);
    VBox.setVgrow(list, Priority.ALWAYS);
    none.getStyleClass().add("t-muted");
    none.setMaxWidth(Double.MAX_VALUE);
    none.setAlignment(Pos.CENTER);
    getChildren().addAll(search, list, groups());
    show("");
  }

  /// Ready for the next time it is opened.
  public void reset() {
    if (search.getText().isEmpty()) {
      show("");
    } else {
      search.clear();
    }
    list.scrollTo(0);
    FxThread.later(search::requestFocus);
  }

  private Node groups() {
    HBox bar = new HBox();
    bar.getStyleClass().add("emoji-groups");
    for (String group : pictures.catalogue().groups().keySet()) {
      String sign = GROUPS.get(group);
      if (sign == null) {
        continue;
      }
      Button button = new Button();
      button.getStyleClass().setAll("emoji-button");
      button.setGraphic(pictures.node(sign, 18));
      button.setAccessibleText(group);
      Tips.put(button, group);
      button.setOnAction(_ -> jump(group));
      HBox.setHgrow(button, Priority.ALWAYS);
      bar.getChildren().add(button);
    }
    return bar;
  }

  private void jump(String group) {
    if (!search.getText().isEmpty()) {
      search.clear();
    }
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i) instanceof Heading(String text) && text.equals(group)) {
        list.scrollTo(i);
        return;
      }
    }
  }

  private void show(String asked) {
    List<Row> rows = new ArrayList<>();
    if (asked.isBlank()) {
      List<Emoji> latest =
          recents.quick(2 * COLUMNS).stream()
              .map(pictures.catalogue()::find)
              .filter(emoji -> emoji != null)
              .map(emoji -> (Emoji) emoji)
              .toList();
      add(rows, "Used lately", latest);
      pictures.catalogue().groups().forEach((group, all) -> add(rows, group, all));
    } else {
      String plain = asked.replaceAll("^:|:$", "");
      add(rows, null, pictures.catalogue().search(plain, FOUND));
    }
    list.getItems().setAll(rows);
    list.setPlaceholder(none);
  }

  private static void add(List<Row> rows, @Nullable String heading, List<Emoji> all) {
    if (heading != null && !all.isEmpty()) {
      rows.add(new Heading(heading));
    }
    for (int i = 0; i < all.size(); i += COLUMNS) {
      rows.add(new Emojis(all.subList(i, Math.min(all.size(), i + COLUMNS))));
    }
  }

  private void first() {
    for (Row row : list.getItems()) {
      if (row instanceof Emojis(List<Emoji> all) && !search.getText().isBlank()) {
        pick(all.getFirst());
        return;
      }
    }
  }

  private void pick(Emoji emoji) {
    recents.used(emoji.text());
    picked.accept(emoji.text());
  }

  private final class RowCell extends ListCell<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      setGraphic(
          switch (row) {
            case Heading(String text) -> {
              Label label = new Label(text);
              label.getStyleClass().add("emoji-heading");
              yield label;
            }
            case Emojis(List<Emoji> all) -> {
              HBox line = new HBox();
              all.forEach(emoji -> line.getChildren().add(button(emoji)));
              yield line;
            }
          });
    }
  }

  private Button button(Emoji emoji) {
    Button button = new Button();
    button.getStyleClass().setAll("emoji-button");
    button.setMinSize(CELL, CELL);
    button.setMaxSize(CELL, CELL);
    button.setGraphic(pictures.view(emoji, PICTURE));
    button.setAccessibleText(emoji.words());
    Tips.put(button, ":" + emoji.name() + ":");
    button.setOnAction(_ -> pick(emoji));
    return button;
  }
}
