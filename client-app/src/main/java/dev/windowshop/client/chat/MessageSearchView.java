package dev.windowshop.client.chat;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Avatar;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.Conversation;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Looking for messages in all conversations, by words, person, conversation, kind and day.
final class MessageSearchView extends VBox {
  private static final int MOST = 200;
  private static final int BEFORE = 24;

  private final ChatContext context;
  private final Consumer<MessageHit> chosen;
  private final Wording wording = Wording.here();
  private final TextField field = new TextField();
  private final ListView<MessageHit> hits = new ListView<>();
  private final EmptyState none =
      new EmptyState(
          Feather.SEARCH, "Nothing like that", "Neither on this machine nor at the relay.");
  private final ToggleGroup kinds = new ToggleGroup();
  private final PauseTransition elsewhere = new PauseTransition(Duration.millis(350));
  private long asked;

  /// How many of those that are shown are on this machine.
  private int here;

  MessageSearchView(ChatContext context, Consumer<MessageHit> chosen, Runnable back) {
    this.context = context;
    this.chosen = chosen;
    Label title = new Label("Find messages");
    title.getStyleClass().add("t-section");
    HBox header = new HBox(4, Icons.button(Feather.ARROW_LEFT, "Back", back), title);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("chat-header");
    field.setPromptText("Words, from:name, in:chat, after:2026-01-31");
    field.textProperty().subscribe((before, now) -> find());
    field.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DOWN && !hits.getItems().isEmpty()) {
        hits.requestFocus();
        hits.getSelectionModel().selectFirst();
      } else if (event.getCode() == KeyCode.ENTER && !hits.getItems().isEmpty()) {
        chosen.accept(hits.getItems().getFirst());
      }
    });
    hits.getStyleClass().add("tiles");
    hits.setCellFactory(_ -> new HitCell());
    hits.setOnKeyPressed(event -> {
      MessageHit hit = hits.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.ENTER && hit != null) {
        chosen.accept(hit);
      }
    });
    none.setVisible(false);
    StackPane body = new StackPane(hits, none);
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox top = new VBox(10, field, kinds());
    top.getStyleClass().add("find-bar");
    getChildren().addAll(header, top, body);
  }

  void focusField() {
    field.requestFocus();
  }

  private Node kinds() {
    FlowPane row = new FlowPane(6, 6);
    Map<MessageQuery.Kind, String> names = new java.util.EnumMap<>(MessageQuery.Kind.class);
    names.put(MessageQuery.Kind.PICTURE, "Pictures");
    names.put(MessageQuery.Kind.VIDEO, "Videos");
    names.put(MessageQuery.Kind.FILE, "Files");
    names.put(MessageQuery.Kind.VOICE, "Voice");
    names.put(MessageQuery.Kind.PRODUCT, "Products");
    names.put(MessageQuery.Kind.LINK, "Links");
    names.forEach((kind, name) -> {
      ToggleButton button = new ToggleButton(name);
      button.getStyleClass().add("pill");
      button.setUserData(kind);
      button.setToggleGroup(kinds);
      row.getChildren().add(button);
    });
    kinds.selectedToggleProperty().subscribe((before, now) -> find());
    return row;
  }

  private void find() {
    long mine = ++asked;
    MessageQuery.Kind kind =
        kinds.getSelectedToggle() == null
            ? null
            : (MessageQuery.Kind) kinds.getSelectedToggle().getUserData();
    MessageQuery query = MessageQuery.of(field.getText(), ZoneId.systemDefault()).only(kind);
    FxThread.deliver(
        context.chats().search().find(query, MOST),
        found -> {
          // An answer to what is no longer asked is no answer.
          if (mine == asked) {
            here = found.size();
            hits.getItems().setAll(found);
            none.setVisible(false);
            elsewhere.setOnFinished(_ -> lookElsewhere(mine, query));
            elsewhere.playFromStart();
          }
        },
        failure -> context.notices().show(Reasons.of(failure)));
  }

  /// What this machine never had comes from the relay, below what it has.
  private void lookElsewhere(long mine, MessageQuery query) {
    FxThread.deliver(
        context.chats().search().elsewhere(query, MOST),
        found -> {
          if (mine == asked) {
            hits.getItems().addAll(found);
            none.setVisible(hits.getItems().isEmpty() && !query.isEmpty());
          }
        },
        _ -> none.setVisible(mine == asked && hits.getItems().isEmpty() && !query.isEmpty()));
  }

  private final class HitCell extends ListCell<MessageHit> {
    HitCell() {
      getStyleClass().add("tile");
      setPrefWidth(0);
      setOnMouseClicked(_ -> {
        MessageHit hit = getItem();
        if (hit != null) {
          chosen.accept(hit);
        }
      });
    }

    @Override
    protected void updateItem(@Nullable MessageHit hit, boolean empty) {
      super.updateItem(hit, empty);
      if (empty || hit == null) {
        setGraphic(null);
        return;
      }
      Label name = new Label(hit.conversationName());
      name.getStyleClass().add("tile-name");
      name.setMinWidth(0);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      Label time = new Label(wording.brief(hit.at()));
      time.getStyleClass().add("tile-time");
      time.setMinWidth(Region.USE_PREF_SIZE);
      HBox top = new HBox(8, name, time);
      top.setAlignment(Pos.BASELINE_LEFT);
      VBox words = new VBox(2, top, marked(hit));
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox row =
          new HBox(
              12, new Avatar(context.pictures(), 36, hit.conversationName(), picture(hit)), words);
      row.setMinWidth(0);
      if (getIndex() == here) {
        Label heading = new Label("From before, at the relay");
        heading.getStyleClass().add("tile-time");
        setGraphic(new VBox(8, heading, row));
      } else {
        setGraphic(row);
      }
      setAccessibleText(hit.conversationName() + ", " + hit.sender() + ": " + hit.words());
    }
  }

  private @Nullable String picture(MessageHit hit) {
    List<Conversation> all = context.chats().conversations().value();
    return all == null
        ? null
        : all.stream()
            .filter(one -> one.id().equals(hit.conversationId()))
            .findFirst()
            .map(one -> Heading.pictureOf(one, context.chats().ownId()))
            .filter(url -> !url.isEmpty())
            .orElse(null);
  }

  /// The words around what was found, with it marked.
  private Node marked(MessageHit hit) {
    List<String> words = MessageQuery.of(field.getText(), ZoneId.systemDefault()).words();
    String text = hit.words();
    int at = -1;
    int length = 0;
    for (String word : words) {
      int found = text.toLowerCase(Locale.ROOT).indexOf(word.toLowerCase(Locale.ROOT));
      if (found >= 0 && (at < 0 || found < at)) {
        at = found;
        length = word.length();
      }
    }
    int from = Math.max(0, at - BEFORE);
    List<Text> parts = new ArrayList<>();
    parts.add(part(hit.sender() + ": " + (from > 0 ? "\u2026" : ""), false));
    if (at < 0 || at + length > text.length()) {
      parts.add(part(shortened(text), false));
    } else {
      parts.add(part(text.substring(from, at), false));
      parts.add(part(text.substring(at, at + length), true));
      parts.add(part(shortened(text.substring(at + length)), false));
    }
    TextFlow flow = new TextFlow(parts.toArray(Text[]::new));
    flow.setMaxHeight(38);
    return flow;
  }

  private static String shortened(String text) {
    return text.length() > 90 ? text.substring(0, 90) + "\u2026" : text;
  }

  private static Text part(String words, boolean found) {
    Text text = new Text(words);
    text.getStyleClass().add(found ? "hit-found" : "hit-text");
    return text;
  }
}
