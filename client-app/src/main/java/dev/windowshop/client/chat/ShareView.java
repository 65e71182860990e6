package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.protocol.Product;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Whom to show a product to: the conversations, each with a button.
public final class ShareView extends VBox {
  private static final double LIST_HEIGHT = 300;

  /// What the sheet can do; no method blocks.
  public interface Ways {
    /// @param words what goes with it; may be empty
    void send(String conversationId, String words);

    void newConversation();
  }

  private final ConversationListViewModel model;
  private final Pictures pictures;
  private final Ways ways;
  private final TextField find = new TextField();
  private final TextField words = new TextField();
  private final VBox rows = new VBox(2);

  public ShareView(Product product, ConversationListViewModel model, Pictures pictures, Ways ways) {
    super(14);
    this.model = model;
    this.pictures = pictures;
    this.ways = ways;
    setPrefWidth(400);
    Label title = new Label("Show it to somebody");
    title.getStyleClass().add("t-section");
    Label what = new Label(product.title());
    what.getStyleClass().add("t-muted");
    what.setWrapText(true);
    what.setMinHeight(USE_PREF_SIZE);
    words.setPromptText("Say something about it");
    words.setAccessibleText("Say something about it");
    find.setPromptText("Find a conversation");
    find.setAccessibleText("Find a conversation");
    find.textProperty().subscribe(() -> fill());
    model.tiles().addListener((InvalidationListener) change -> fill());
    PageScroll scroll = new PageScroll(rows);
    scroll.setPrefHeight(LIST_HEIGHT);
    scroll.setMinHeight(120);
    getChildren().addAll(title, what, words, find, scroll);
    fill();
  }

  private void fill() {
    String asked = find.getText().strip().toLowerCase(Locale.ROOT);
    rows.getChildren()
        .setAll(
            model.tiles().stream()
                .filter(tile -> tile.name().toLowerCase(Locale.ROOT).contains(asked))
                .map(this::row)
                .toList());
    if (rows.getChildren().isEmpty()) {
      Label none =
          new Label(
              asked.isEmpty()
                  ? "You have no conversations yet."
                  : "No conversation is called that.");
      none.getStyleClass().add("t-muted");
      Button start = new Button("Start one");
      start.setOnAction(event -> ways.newConversation());
      VBox empty = new VBox(12, none, start);
      empty.setAlignment(Pos.CENTER);
      empty.setMinHeight(120);
      rows.getChildren().add(empty);
    }
  }

  private Node row(Tile tile) {
    Portrait portrait = new Portrait(pictures, 36);
    portrait.show(tile.name(), tile.avatarUrl(), tile.online());
    Label name = new Label(tile.name());
    name.getStyleClass().add("t-strong");
    VBox text = new VBox(name);
    text.setAlignment(Pos.CENTER_LEFT);
    text.setMinWidth(0);
    if (tile.about() != null) {
      Label about = new Label(tile.about());
      about.getStyleClass().addAll("t-muted", "t-small");
      text.getChildren().add(about);
    }
    HBox.setHgrow(text, Priority.ALWAYS);
    Button send = new Button("Send");
    send.setMinWidth(USE_PREF_SIZE);
    send.setAccessibleText("Send to " + tile.name());
    send.setOnAction(event -> {
      ways.send(tile.id(), words.getText().strip());
      send.setText("Sent");
      send.setDisable(true);
    });
    HBox row = new HBox(12, portrait, text, send);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("share-row");
    return row;
  }
}
