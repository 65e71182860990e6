package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.protocol.Message;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Above the messages: what is pinned among them, one at a time. A click goes there, and the next
/// click to the one that was pinned before it.
final class PinnedBar extends HBox {
  private static final double PICTURE = 32;

  private final ConversationViewModel model;
  private final ChatContext context;
  private final Label title = new Label();
  private final Label text = new Label();
  private final HBox row = new HBox(10);
  private final Button unpin;
  private int place;

  PinnedBar(ConversationViewModel model, ChatContext context) {
    this.model = model;
    this.context = context;
    getStyleClass().add("pinned-bar");
    setAlignment(Pos.CENTER_LEFT);
    title.getStyleClass().add("quote-author");
    text.getStyleClass().add("quote-text");
    text.setMinWidth(0);
    row.setAlignment(Pos.CENTER_LEFT);
    Button go = new Button();
    go.getStyleClass().setAll("pinned-message");
    go.setGraphic(row);
    go.setMinWidth(0);
    go.setMaxWidth(Double.MAX_VALUE);
    go.setOnAction(_ -> jump());
    HBox.setHgrow(go, Priority.ALWAYS);
    unpin = Icons.button(Feather.X, "Unpin", this::unpin);
    getChildren().addAll(go, unpin);
    model.pinned().addListener((ListChangeListener<Message>) _ -> show());
    // Who may pin is known with the conversation.
    model.canWrite().subscribe(this::show);
    model.loaded().subscribe(this::show);
  }

  private void show() {
    List<Message> pinned = model.pinned();
    setVisible(!pinned.isEmpty());
    setManaged(!pinned.isEmpty());
    if (pinned.isEmpty()) {
      place = 0;
      return;
    }
    place = Math.min(place, pinned.size() - 1);
    Message message = pinned.get(place);
    title.setText(
        pinned.size() == 1
            ? "Pinned message"
            : "Pinned message " + (place + 1) + " of " + pinned.size());
    String said = MessageMarkup.plain(Wording.said(message));
    text.setText(said);
    VBox words = new VBox(1, title, text);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    Node sign = Icons.of(Feather.MAP_PIN, "pinned-sign");
    row.getChildren().setAll(sign, words);
    List<Line.Media> media = MediaOf.message(message);
    if (!media.isEmpty() && media.getFirst().kind() == FileKind.IMAGE) {
      PictureView picture = new PictureView(context.pictures(), 6);
      picture.setMinSize(PICTURE, PICTURE);
      picture.setMaxSize(PICTURE, PICTURE);
      picture.show(media.getFirst().picture(), media.getFirst().thumbUrl(), null);
      row.getChildren().add(picture);
    }
    setAccessibleText(title.getText() + ": " + said);
    unpin.setVisible(model.mayPin());
    unpin.setManaged(model.mayPin());
  }

  private void jump() {
    List<Message> pinned = model.pinned();
    if (pinned.isEmpty()) {
      return;
    }
    Message message = pinned.get(Math.min(place, pinned.size() - 1));
    place = (place + 1) % pinned.size();
    show();
    model.jumpTo(message.id(), message.seq());
  }

  private void unpin() {
    List<Message> pinned = model.pinned();
    if (place < pinned.size()) {
      model.pin(pinned.get(place).id(), false);
    }
  }
}
