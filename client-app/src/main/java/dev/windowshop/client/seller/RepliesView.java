package dev.windowshop.client.seller;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.store.Trouble;
import dev.windowshop.protocol.ShopProfile.QuickReply;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a seller says often, to be put into an answer with a click.
final class RepliesView extends VBox {
  private static final int MOST = 50;

  private record Row(StringProperty title, StringProperty text) {}

  private final SellerContext context;
  private final List<Row> replies = new ArrayList<>();
  private final VBox rows = new VBox(14);
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

  RepliesView(SellerContext context) {
    super(16);
    this.context = context;
    Button add = new Button("Another one", Icons.of(Feather.PLUS, "icon-small"));
    add.setOnAction(event -> {
      if (replies.size() < MOST) {
        add("", "");
        fill();
      }
    });
    HBox foot = new HBox(12, add, Parts.button("Save", "primary", this::save));
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            Parts.words(
                "What you say often. In a conversation about one of your products it is one click"
                    + " away."),
            rows,
            Parts.trouble(trouble),
            foot);
  }

  void refresh() {
    context
        .selling()
        .quickReplies()
        .whenComplete((found, failure) ->
            context
                .ui()
                .execute(() -> {
                  if (found != null) {
                    show(found);
                  } else if (failure != null) {
                    trouble.set(Trouble.of(failure));
                  }
                }));
  }

  private void show(List<QuickReply> all) {
    replies.clear();
    all.forEach(reply -> add(reply.title(), reply.text()));
    if (replies.isEmpty()) {
      add("", "");
    }
    fill();
  }

  private void add(String title, String text) {
    replies.add(new Row(new SimpleStringProperty(title), new SimpleStringProperty(text)));
  }

  private void fill() {
    rows.getChildren().setAll(replies.stream().map(this::row).toList());
  }

  private Node row(Row reply) {
    TextField title = new TextField();
    title.setPromptText("Shipping time");
    title.setAccessibleText("Title of the reply");
    title.setPrefWidth(170);
    title.textProperty().bindBidirectional(reply.title());
    TextArea text = new TextArea();
    text.setPromptText("It leaves the workshop within two days.");
    text.setAccessibleText("The reply");
    text.setWrapText(true);
    text.setPrefRowCount(2);
    text.textProperty().bindBidirectional(reply.text());
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row =
        new HBox(
            10,
            title,
            text,
            Icons.button(
                Feather.TRASH_2,
                "Without this reply",
                () -> {
                  replies.remove(reply);
                  fill();
                }));
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private void save() {
    trouble.set("");
    context
        .selling()
        .saveQuickReplies(
            replies.stream()
                .filter(row -> !row.title().get().isBlank() && !row.text().get().isBlank())
                .map(row -> new QuickReply(row.title().get().strip(), row.text().get().strip()))
                .toList())
        .whenComplete((saved, failure) ->
            context
                .ui()
                .execute(() -> {
                  if (saved != null) {
                    show(saved);
                    context.notices().show("Saved.");
                  } else if (failure != null) {
                    trouble.set(Trouble.of(failure));
                  }
                }));
  }
}
