package dev.windowshop.client.cards;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.order.OrderWords;
import dev.windowshop.client.order.Orders;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.seller.Selling;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// An order in a conversation, where it stands now. Its buyer is led to the order, its seller to
/// the desk.
final class LiveOrderCard extends Button {
  private final String id;
  private final Navigator navigator;
  private final Label title = new Label();
  private final Label note = new Label();
  private final Label status = new Label();
  private boolean bought;
  private @Nullable Subscription changes;

  /// @param sent the order as it was when it was sent
  LiveOrderCard(
      String id, JsonNode sent, Orders orders, Selling selling, Navigator navigator, Executor ui) {
    this.id = id;
    this.navigator = navigator;
    StackPane icon = new StackPane(Icons.of(Feather.PACKAGE));
    icon.getStyleClass().add("row-icon");
    title.getStyleClass().add("product-title");
    note.getStyleClass().addAll("t-small", "t-muted");
    status.getStyleClass().addAll("t-small", "t-accent");
    VBox words = new VBox(2, title, note, status);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, icon, words);
    row.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().setAll("bubble-card");
    setGraphic(row);
    setMaxWidth(Double.MAX_VALUE);
    setOnAction(event -> open());
    showSent(sent);
    sceneProperty()
        .subscribe(scene -> {
          if (changes != null) {
            changes.close();
            changes = null;
          }
          if (scene != null) {
            changes =
                Subscription.of(
                    orders.orders().observe(all -> ui.execute(() -> look(all, true))),
                    selling.orders().observe(all -> ui.execute(() -> look(all, false))));
          }
        });
  }

  private void open() {
    navigator.go(bought ? new Destination.OrderPage(id) : new Destination.Sell());
  }

  private void showSent(JsonNode sent) {
    title.setText(sent.path("title").asText("An order"));
    JsonNode total = sent.path("total");
    note.setText(
        total.isObject()
            ? OrderWords.money(
                new Money(total.path("amount").asLong(), total.path("currency").asText("EUR")))
            : "");
    status.setText("");
  }

  private void look(List<Order> all, boolean own) {
    all.stream()
        .filter(order -> order.id().equals(id))
        .findFirst()
        .ifPresent(order -> {
          bought = bought || own;
          title.setText(
              order.lines().stream().map(Order.Line::title).collect(Collectors.joining(", ")));
          note.setText(OrderWords.money(order.total()));
          status.setText(OrderWords.status(order));
          setAccessibleText(title.getText() + ", " + status.getText());
        });
  }
}
