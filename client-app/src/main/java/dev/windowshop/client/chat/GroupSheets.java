package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.User;
import java.io.File;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The cards of a group's page.
final class GroupSheets {
  private static final double WIDTH = 360;

  /// What relays take, unless they are told otherwise.
  private static final int MOST = 1000;

  private final GroupViewModel model;
  private final ChatContext context;

  GroupSheets(GroupViewModel model, ChatContext context) {
    this.model = model;
    this.context = context;
  }

  void describe(Conversation now) {
    TextField name = new TextField(now.name() == null ? "" : now.name());
    name.setPromptText("Name");
    TextArea about = new TextArea(now.description() == null ? "" : now.description());
    about.setPromptText("What it is for");
    about.setWrapText(true);
    about.setPrefRowCount(3);
    int least = Math.max(2, now.participants().size());
    Spinner<Integer> most = new Spinner<>(least, MOST, Math.max(least, now.maxMembers()));
    most.setEditable(true);
    most.setPrefWidth(110);
    most.getEditor()
        .setTextFormatter(
            new TextFormatter<>(
                change -> change.getControlNewText().matches("\\d{0,4}") ? change : null));
    Label people = new Label("How many people at most");
    people.setMinWidth(0);
    people.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(people, Priority.ALWAYS);
    HBox size = new HBox(12, people, most);
    size.setAlignment(Pos.CENTER_LEFT);
    Button save = new Button("Save");
    save.getStyleClass().add("primary");
    save.setDefaultButton(true);
    save.disableProperty().bind(name.textProperty().map(String::isBlank));
    save.setOnAction(_ -> {
      context.sheets().close();
      most.commitValue();
      model.describe(name.getText().strip(), about.getText().strip(), most.getValue());
    });
    context.sheets().show(card("The group", picture(now), name, about, size, buttons(save)));
  }

  private HBox picture(Conversation now) {
    Button choose = new Button("Change picture");
    choose.setOnAction(_ -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle("Choose a picture");
      chooser
          .getExtensionFilters()
          .add(
              new FileChooser.ExtensionFilter(
                  "Pictures", "*.png", "*.jpg", "*.jpeg", "*.gif", "*.webp"));
      File chosen = chooser.showOpenDialog(choose.getScene().getWindow());
      if (chosen != null) {
        context.sheets().close();
        model.setPicture(chosen.toPath());
      }
    });
    HBox row =
        new HBox(
            12,
            new Avatar(
                context.pictures(), 56, now.name() == null ? "" : now.name(), now.avatarUrl()),
            choose);
    if (now.avatarUrl() != null) {
      Button remove = new Button("Remove it");
      remove.getStyleClass().add("quiet");
      remove.setOnAction(_ -> {
        context.sheets().close();
        model.setPicture(null);
      });
      row.getChildren().add(remove);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  void add() {
    NewConversationViewModel found = new NewConversationViewModel(context.chats(), context.ui());
    TextField search = new TextField();
    search.setPromptText("User name or email");
    search.textProperty().bindBidirectional(found.query());
    Label notice = new Label();
    notice.getStyleClass().add("t-muted");
    notice.setWrapText(true);
    notice.textProperty().bind(found.notice());
    notice.visibleProperty().bind(found.notice().isNotEmpty());
    notice.managedProperty().bind(notice.visibleProperty());
    VBox rows = new VBox(2);
    rows.setMinHeight(220);
    found
        .people()
        .addListener(
            (ListChangeListener<User>)
                _ ->
                    rows.getChildren()
                        .setAll(found.people().stream().limit(6).map(this::row).toList()));
    context.sheets().show(card("Add people", search, notice, rows));
    search.requestFocus();
  }

  private Node row(User user) {
    Label name = new Label(user.displayName());
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button add = new Button("Add");
    boolean there =
        model.members().stream().anyMatch(member -> member.user().id().equals(user.id()));
    add.setDisable(there);
    add.setText(there ? "In the group" : "Add");
    add.setOnAction(_ -> {
      add.setDisable(true);
      model.add(user);
    });
    HBox row =
        new HBox(
            12,
            new Avatar(context.pictures(), 32, user.displayName(), user.avatarUrl()),
            name,
            add);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("choice-row");
    return row;
  }

  void sure(String title, String words, String yes, Runnable then) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add("t-muted");
    Button no = new Button("Not now");
    no.setOnAction(_ -> context.sheets().close());
    Button go = new Button(yes);
    go.getStyleClass().add("danger");
    go.setOnAction(_ -> {
      context.sheets().close();
      then.run();
    });
    context.sheets().show(card(title, label, buttons(no, go)));
  }

  private static HBox buttons(Button... all) {
    HBox row = new HBox(8, all);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }

  private static VBox card(String title, Node... parts) {
    Label head = new Label(title);
    head.getStyleClass().add("t-section");
    VBox card = new VBox(16, head);
    card.getChildren().addAll(parts);
    card.setPrefWidth(WIDTH);
    card.getStyleClass().add("chat-sheet");
    return card;
  }
}
