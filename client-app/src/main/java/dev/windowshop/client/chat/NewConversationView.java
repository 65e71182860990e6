package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.User;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Finding somebody to write to, by user name.
final class NewConversationView extends VBox {
  private final NewConversationViewModel model;
  private final ChatContext context;
  private final Consumer<String> opened;
  private final TextField search = new TextField();

  NewConversationView(
      NewConversationViewModel model, ChatContext context, Consumer<String> opened, Runnable back) {
    this.model = model;
    this.context = context;
    this.opened = opened;
    getStyleClass().add("new-conversation");
    Label title = new Label("Write to somebody");
    title.getStyleClass().add("t-section");
    HBox header = new HBox(4, Icons.button(Feather.ARROW_LEFT, "Back", back), title);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("chat-header");
    search.setPromptText("User name, email or link");
    search.textProperty().bindBidirectional(model.query());
    Label notice = new Label();
    notice.getStyleClass().addAll("t-muted", "find-notice");
    notice.setWrapText(true);
    notice.textProperty().bind(model.notice());
    notice.visibleProperty().bind(model.notice().isNotEmpty());
    notice.managedProperty().bind(notice.visibleProperty());
    Button link = new Button("Open this link", Icons.of(Feather.LINK));
    link.getStyleClass().add("primary");
    link.setOnAction(_ -> context.openLink().accept(model.link().get()));
    link.visibleProperty().bind(model.link().isNotEmpty());
    link.managedProperty().bind(link.visibleProperty());
    ListView<User> people = new ListView<>(model.people());
    people.getStyleClass().add("tiles");
    people.setCellFactory(_ -> new PersonCell());
    VBox.setVgrow(people, Priority.ALWAYS);
    VBox body = new VBox(12, search, notice, link);
    body.getStyleClass().add("find-bar");
    getChildren().addAll(header, body, people);
    search.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DOWN && !model.people().isEmpty()) {
        people.requestFocus();
        people.getSelectionModel().selectFirst();
      } else if (event.getCode() == KeyCode.ENTER && model.people().size() == 1) {
        choose(model.people().getFirst());
      } else if (event.getCode() == KeyCode.ENTER && link.isVisible()) {
        link.fire();
      }
    });
    people.setOnKeyPressed(event -> {
      User user = people.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.ENTER && user != null) {
        choose(user);
      }
    });
  }

  void focusSearch() {
    search.requestFocus();
  }

  private void choose(User user) {
    model.open(user, opened);
  }

  private final class PersonCell extends ListCell<User> {
    private final Portrait portrait = new Portrait(context.pictures(), 40);
    private final Label name = new Label();
    private final Label handle = new Label();
    private final HBox row = new HBox(12, portrait, new VBox(2, name, handle));

    PersonCell() {
      getStyleClass().add("tile");
      name.getStyleClass().add("tile-name");
      handle.getStyleClass().add("tile-preview");
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
      setOnMouseClicked(_ -> {
        User user = getItem();
        if (user != null) {
          choose(user);
        }
      });
    }

    @Override
    protected void updateItem(User user, boolean empty) {
      super.updateItem(user, empty);
      if (empty || user == null) {
        setGraphic(null);
        return;
      }
      portrait.show(
          user.displayName(),
          user.avatarUrl(),
          user.status() == dev.windowshop.protocol.PresenceStatus.ONLINE);
      name.setText(user.displayName());
      handle.setText("@" + user.username());
      setGraphic(row);
    }
  }
}
