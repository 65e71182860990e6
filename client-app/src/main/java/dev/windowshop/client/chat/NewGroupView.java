package dev.windowshop.client.chat;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Making a group: what it is called, and who is in it.
final class NewGroupView extends VBox {
  private final ChatContext context;
  private final TextField name = new TextField();
  private final CheckBox open = new CheckBox("Anybody may walk in");
  private final FlowPane chosen = new FlowPane(6, 6);
  private final VBox found = new VBox(2);
  private final Button make = new Button("Make the group");
  private final Map<String, User> people = new LinkedHashMap<>();

  NewGroupView(ChatContext context, Consumer<String> opened, Runnable back) {
    this.context = context;
    Label title = new Label("New group");
    title.getStyleClass().add("t-section");
    HBox header = new HBox(4, Icons.button(Feather.ARROW_LEFT, "Back", back), title);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("chat-header");
    name.setPromptText("What it is called");
    NewConversationViewModel search = new NewConversationViewModel(context.chats(), context.ui());
    TextField find = new TextField();
    find.setPromptText("Add people by user name or email");
    find.textProperty().bindBidirectional(search.query());
    search
        .people()
        .addListener(
            (ListChangeListener<User>)
                _ -> found.getChildren().setAll(search.people().stream().map(this::row).toList()));
    make.getStyleClass().add("primary");
    make.setMaxWidth(Double.MAX_VALUE);
    make.disableProperty().bind(name.textProperty().map(String::isBlank));
    make.setOnAction(_ ->
        FxThread.deliver(
            context
                .chats()
                .groups()
                .create(
                    name.getText().strip(), "", List.copyOf(people.keySet()), !open.isSelected()),
            opened,
            failure -> context.notices().show(Reasons.of(failure))));
    VBox body = new VBox(12, name, open, find, chosen, found);
    body.getStyleClass().add("find-bar");
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox foot = new VBox(make);
    foot.getStyleClass().add("group-foot");
    getChildren().addAll(header, body, foot);
    showChosen();
  }

  void focusName() {
    name.requestFocus();
  }

  private Node row(User user) {
    Label label = new Label(user.displayName());
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    Label handle = new Label("@" + user.username());
    handle.getStyleClass().add("t-muted");
    HBox row =
        new HBox(
            12,
            new Avatar(context.pictures(), 32, user.displayName(), user.avatarUrl()),
            label,
            handle);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("choice-row");
    row.setOnMouseClicked(_ -> {
      people.put(user.id(), user);
      showChosen();
    });
    return row;
  }

  private void showChosen() {
    chosen.getChildren().clear();
    for (User user : people.values()) {
      Button chip = new Button(user.displayName(), Icons.of(Feather.X, "icon-small"));
      chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      chip.getStyleClass().add("pill");
      chip.setAccessibleText("Leave out " + user.displayName());
      chip.setOnAction(_ -> {
        people.remove(user.id());
        showChosen();
      });
      chosen.getChildren().add(chip);
    }
    chosen.setVisible(!people.isEmpty());
    chosen.setManaged(!people.isEmpty());
    make.setText(people.isEmpty() ? "Make the group" : "Make the group with " + people.size());
  }
}
