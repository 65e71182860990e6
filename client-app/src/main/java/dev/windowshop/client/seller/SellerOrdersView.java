package dev.windowshop.client.seller;

import dev.windowshop.client.order.OrderWords;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Orders to pack, to send and to give back.
final class SellerOrdersView extends VBox {
  private final SellerOrdersViewModel model;
  private final SellerContext context;
  private final HBox parts = new HBox(6);
  private final VBox list = new VBox(16);

  SellerOrdersView(SellerOrdersViewModel model, SellerContext context) {
    super(20);
    this.model = model;
    this.context = context;
    getChildren().addAll(parts, Parts.trouble(model.trouble()), list);
    InvalidationListener fill = change -> fill();
    model.orders().addListener(fill);
    model.part().addListener(fill);
    model.toDo().addListener(fill);
    fill();
  }

  private void fill() {
    parts.getChildren().clear();
    for (SellerOrdersViewModel.Part part : SellerOrdersViewModel.Part.values()) {
      ToggleButton pill = new ToggleButton(name(part));
      pill.getStyleClass().addAll("pill", "small-pill");
      pill.setSelected(model.part().get() == part);
      pill.setOnAction(event -> {
        pill.setSelected(true);
        model.part().set(part);
      });
      parts.getChildren().add(pill);
    }
    list.getChildren().setAll(model.orders().stream().map(this::order).toList());
    if (model.orders().isEmpty()) {
      list.getChildren()
          .add(
              new EmptyState(
                  Feather.PACKAGE,
                  model.part().get() == SellerOrdersViewModel.Part.TO_DO
                      ? "Nothing to pack"
                      : "No orders here",
                  "What somebody buys from you shows here the moment they have paid."));
    }
  }

  private String name(SellerOrdersViewModel.Part part) {
    return switch (part) {
      case TO_DO -> model.toDo().get() == 0 ? "To do" : "To do · " + model.toDo().get();
      case ON_THE_WAY -> "On the way";
      case ALL -> "All";
    };
  }

  private Node order(Order order) {
    Label number = new Label("Order " + order.id().substring(order.id().length() - 8));
    number.getStyleClass().add("t-emphasis");
    Label when = new Label(OrderWords.moment(order.createdAt()));
    when.getStyleClass().addAll("t-muted", "t-small");
    Label state = new Label(OrderWords.fulfilment(model.status(order)));
    state.getStyleClass().addAll("order-status", "order-status-accent");
    state.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(12, new VBox(2, number, when), gap, state);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox lines = new VBox(10);
    order.lines().forEach(line -> lines.getChildren().add(line(line)));
    Label to = new Label(OrderWords.address(order.address()));
    to.setWrapText(true);
    to.setMinHeight(Region.USE_PREF_SIZE);
    Label how =
        new Label(
            OrderWords.delivery(order.deliveryMethod())
                + " · "
                + OrderWords.provider(order.payment().provider())
                + " · "
                + OrderWords.money(order.total()));
    how.getStyleClass().addAll("t-muted", "t-small");
    how.setWrapText(true);
    VBox more = new VBox(10);
    VBox box = new VBox(16, head, lines, new VBox(4, to, how), ways(order, more), more);
    box.getStyleClass().addAll("card", "checkout-section");
    return box;
  }

  private Node line(Order.Line line) {
    PictureView picture = new PictureView(context.pictures(), 8);
    picture.setMinSize(48, 48);
    picture.setMaxSize(48, 48);
    picture.show(line.imageUrl(), line.imageUrl(), null);
    Label title = new Label(line.quantity() + " × " + line.title());
    title.setWrapText(true);
    Label choice = new Label(String.join(" · ", line.options().values()));
    choice.getStyleClass().addAll("t-muted", "t-small");
    choice.setManaged(!choice.getText().isEmpty());
    VBox words = new VBox(2, title, choice);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label price = new Label(OrderWords.money(line.total()));
    price.getStyleClass().add("price");
    price.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(12, picture, words, price);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node ways(Order order, VBox more) {
    List<Node> ways = new ArrayList<>();
    boolean agreed = order.status() == Order.Status.PAID || order.status() == Order.Status.PLACED;
    switch (model.status(order)) {
      case WAITING -> {
        if (agreed) {
          ways.add(step(order, "It's packed", "primary", Order.FulfilmentStatus.PACKED));
          ways.add(step(order, "Can't be sent", "danger", Order.FulfilmentStatus.CANCELLED));
        }
      }
      case PACKED -> {
        ways.add(Parts.button("Hand it to the carrier", "primary", () -> askTracking(order, more)));
        ways.add(step(order, "Can't be sent", "danger", Order.FulfilmentStatus.CANCELLED));
      }
      case SHIPPED -> ways.add(step(order, "It has arrived", "", Order.FulfilmentStatus.DELIVERED));
      case RETURN_REQUESTED -> {
        ways.add(step(order, "It came back", "primary", Order.FulfilmentStatus.RETURNED));
        ways.add(step(order, "It stays there", "", Order.FulfilmentStatus.DELIVERED));
      }
      case DELIVERED, CANCELLED, RETURNED, UNKNOWN -> {}
    }
    if (model.refundable(order) > 0) {
      ways.add(Parts.button("Give money back", "", () -> askRefund(order, more)));
    }
    FlowPane row = new FlowPane(10, 10);
    row.getChildren().setAll(ways);
    row.setManaged(!ways.isEmpty());
    return row;
  }

  private Button step(Order order, String name, String style, Order.FulfilmentStatus next) {
    return Parts.button(name, style, () -> model.step(order, next, ""));
  }

  private void askTracking(Order order, VBox place) {
    TextField tracking = new TextField();
    tracking.setPromptText("Tracking number, if there is one");
    tracking.setAccessibleText("Tracking number");
    HBox.setHgrow(tracking, Priority.ALWAYS);
    Button sent =
        Parts.button(
            "It's on its way",
            "primary",
            () -> model.step(order, Order.FulfilmentStatus.SHIPPED, tracking.getText()));
    tracking.setOnAction(event -> sent.fire());
    HBox row = new HBox(10, tracking, sent);
    row.setAlignment(Pos.CENTER_LEFT);
    place.getChildren().setAll(row);
    tracking.requestFocus();
  }

  private void askRefund(Order order, VBox place) {
    TextField amount = new TextField();
    amount.setText(Amounts.text(new Money(model.refundable(order), order.total().currency())));
    amount.setAccessibleText("Amount");
    amount.setPrefWidth(110);
    TextField note = new TextField();
    note.setPromptText("What for? The buyer reads it.");
    note.setAccessibleText("What for");
    HBox.setHgrow(note, Priority.ALWAYS);
    Button give =
        Parts.button(
            "Give it back", "primary", () -> model.refund(order, amount.getText(), note.getText()));
    HBox row = new HBox(10, amount, note, give);
    row.setAlignment(Pos.CENTER_LEFT);
    place.getChildren().setAll(row);
  }
}
