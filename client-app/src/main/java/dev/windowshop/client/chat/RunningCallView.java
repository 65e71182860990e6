package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.look.Icons;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Under the head of a conversation: a call goes on here, and the way into it.
final class RunningCallView extends HBox {
  private final String conversationId;
  private final Label words = new Label();
  private final Button join = new Button("Join");
  private final Runnable writeOn;
  private final Subscription subscription;

  /// @param writeOn takes the keyboard when the way in goes
  RunningCallView(String conversationId, CallDoor calls, Executor ui, Runnable writeOn) {
    super(8);
    this.conversationId = conversationId;
    this.writeOn = writeOn;
    getStyleClass().add("running-call");
    setAlignment(Pos.CENTER_LEFT);
    words.setGraphic(Icons.of(Feather.PHONE_CALL, "icon-small"));
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    join.getStyleClass().add("primary");
    join.setMinWidth(Region.USE_PREF_SIZE);
    join.setOnAction(_ -> calls.join().accept(conversationId));
    getChildren().addAll(words, join);
    show(Map.of());
    subscription = calls.running().observe(running -> ui.execute(() -> show(running)));
  }

  void close() {
    subscription.close();
  }

  private void show(Map<String, Integer> running) {
    Integer count = running.get(conversationId);
    boolean leaves = count == null && join.isFocused();
    setVisible(count != null);
    setManaged(count != null);
    if (count != null) {
      words.setText(count == 1 ? "A call with 1 person" : "A call with " + count + " people");
    }
    if (leaves) {
      writeOn.run();
    }
  }
}
