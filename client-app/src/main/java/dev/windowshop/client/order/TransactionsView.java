package dev.windowshop.client.order;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Transaction;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Every row of the books that concerns the shopper, and what it comes to.
public final class TransactionsView implements Page {
  private static final double MOST_WIDTH = 820;

  private final TransactionsViewModel model;
  private final OrderContext context;
  private final VBox rows = new VBox();
  private final StackPane root = new StackPane();

  public TransactionsView(TransactionsViewModel model, OrderContext context) {
    this.model = model;
    this.context = context;
    Label title = new Label("Transactions");
    title.getStyleClass().add("t-page");
    rows.getStyleClass().addAll("card", "cart-lines");
    HBox sums = new HBox(12, sum("Paid", model.paid()), sum("Given back", model.givenBack()));
    VBox column = new VBox(24, title, sums, rows);
    column.setMaxWidth(MOST_WIDTH);
    StackPane content = new StackPane(column);
    content.setAlignment(Pos.TOP_CENTER);
    content.getStyleClass().add("page");
    PageScroll scroll = new PageScroll(content);
    EmptyState none =
        new EmptyState(
            Feather.CREDIT_CARD,
            "No money has moved yet",
            "What you pay and what comes back is listed here, to the cent.",
            "To your orders",
            () -> context.navigator().go(new Destination.Orders()));
    none.visibleProperty().bind(Bindings.isEmpty(model.transactions()));
    scroll.visibleProperty().bind(none.visibleProperty().not());
    root.getChildren().addAll(scroll, none);
    model.transactions().addListener((InvalidationListener) change -> fill());
    fill();
  }

  private void fill() {
    rows.getChildren().setAll(model.transactions().stream().map(this::row).toList());
  }

  private static Node sum(String name, ReadOnlyObjectProperty<@Nullable Money> amount) {
    Label word = new Label(name);
    word.getStyleClass().add("t-muted");
    Label value = new Label();
    value.getStyleClass().addAll("price", "t-section");
    amount.subscribe(money -> value.setText(money == null ? "–" : OrderWords.money(money)));
    VBox box = new VBox(4, word, value);
    box.getStyleClass().addAll("card", "sum-card");
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private Node row(Transaction transaction) {
    boolean back = transaction.kind() == Transaction.Kind.REFUND;
    boolean moved = back || transaction.kind() == Transaction.Kind.CAPTURE;
    StackPane icon =
        new StackPane(
            Icons.of(
                back ? Feather.ARROW_DOWN_LEFT : moved ? Feather.ARROW_UP_RIGHT : Feather.CLOCK,
                "icon-small"));
    icon.getStyleClass().add("row-icon");
    Label title = new Label(model.title(transaction));
    title.getStyleClass().add("t-strong");
    title.setMinWidth(0);
    Label note =
        new Label(
            OrderWords.transaction(transaction.kind())
                + " · "
                + OrderWords.provider(transaction.provider())
                + " · "
                + OrderWords.moment(transaction.createdAt()));
    note.getStyleClass().addAll("t-muted", "t-small");
    VBox words = new VBox(3, title, note);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    String text = OrderWords.money(transaction.amount());
    Label amount = new Label(back ? "+" + text : moved ? "−" + text : text);
    amount.getStyleClass().addAll("price", back ? "t-good" : moved ? "t-emphasis" : "t-muted");
    amount.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(14, icon, words, amount);
    row.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(row);
    row.prefWidthProperty().bind(button.widthProperty().subtract(26));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(note.getText() + ", " + title.getText() + ", " + amount.getText());
    button.getStyleClass().setAll("money-row", "focus-ring");
    button.setOnAction(
        event -> context.navigator().go(new Destination.OrderPage(transaction.orderId())));
    return button;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    model.activate();
  }

  @Override
  public void deactivate() {
    model.deactivate();
  }
}
