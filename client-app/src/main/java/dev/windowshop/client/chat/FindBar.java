package dev.windowshop.client.chat;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Icons;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Finding inside one conversation: Enter goes to the next older one, Shift+Enter back.
final class FindBar extends HBox {
  private static final int MOST = 500;

  private final ConversationViewModel model;
  private final ChatContext context;
  private final TextField field = new TextField();
  private final Label count = new Label();
  private final Runnable closed;
  private List<MessageHit> hits = List.of();
  private int at;

  FindBar(ConversationViewModel model, ChatContext context, Runnable closed) {
    super(4);
    this.model = model;
    this.context = context;
    this.closed = closed;
    getStyleClass().add("find-inside");
    setAlignment(Pos.CENTER_LEFT);
    field.setPromptText("Find in this conversation");
    HBox.setHgrow(field, Priority.ALWAYS);
    field.textProperty().subscribe((before, now) -> find());
    field.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        event.consume();
        go(event.isShiftDown() ? -1 : 1);
      } else if (event.getCode() == KeyCode.ESCAPE) {
        event.consume();
        close();
      }
    });
    count.getStyleClass().addAll("t-muted", "t-figures");
    count.setMinWidth(Region.USE_PREF_SIZE);
    getChildren()
        .addAll(
            field,
            count,
            Icons.button(Feather.CHEVRON_UP, "The one before", () -> go(1)),
            Icons.button(Feather.CHEVRON_DOWN, "The one after", () -> go(-1)),
            Icons.button(Feather.X, "Close", this::close));
    setVisible(false);
    setManaged(false);
  }

  void open() {
    setVisible(true);
    setManaged(true);
    field.requestFocus();
    field.selectAll();
  }

  private void close() {
    setVisible(false);
    setManaged(false);
    closed.run();
  }

  private void find() {
    String text = field.getText();
    MessageQuery query = MessageQuery.of(text, ZoneId.systemDefault()).inside(model.id());
    if (query.isEmpty()) {
      hits = List.of();
      count.setText("");
      return;
    }
    FxThread.deliver(
        context.chats().search().find(query, MOST),
        found -> {
          if (text.equals(field.getText())) {
            hits = found;
            at = -1;
            go(1);
          }
        },
        failure -> context.notices().show(Reasons.of(failure)));
  }

  private void go(int way) {
    if (hits.isEmpty()) {
      count.setText("None");
      return;
    }
    at = Math.clamp(at + way, 0, hits.size() - 1);
    count.setText((at + 1) + " of " + (hits.size() < MOST ? hits.size() : MOST + "+"));
    model.jump(hits.get(at).seq());
  }
}
