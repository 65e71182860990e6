package dev.windowshop.client.order;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One order: where it stands, what is in it, what was done about it.
public final class OrderView implements Page {
  private static final double MOST_WIDTH = 720;

  private final OrderViewModel model;
  private final OrderContext context;
  private final VBox column = new VBox(24);
  private final PageScroll root;

  public OrderView(OrderViewModel model, OrderContext context) {
    this.model = model;
    this.context = context;
    column.setMaxWidth(MOST_WIDTH);
    StackPane content = new StackPane(column);
    content.setAlignment(Pos.TOP_CENTER);
    content.getStyleClass().add("page");
    root = new PageScroll(content);
    model.order().subscribe(this::show);
  }

  private void show(@Nullable Order order) {
    if (order == null) {
      return;
    }
    column
        .getChildren()
        .setAll(
            Stream.of(
                    head(order),
                    payment(order),
                    parcels(order),
                    card("What you ordered", order.lines().stream().map(this::line).toList()),
                    sums(order),
                    card("Where it goes", List.of(address(order))),
                    card(
                        "What happened",
                        order.timeline().reversed().stream().map(this::step).toList()),
                    actions())
                .filter(Objects::nonNull)
                .toList());
  }

  private Node head(Order order) {
    Label title = new Label("Your order");
    title.getStyleClass().add("t-page");
    Label note =
        new Label(OrderWords.moment(order.createdAt()) + " · number " + order.id().substring(24));
    note.getStyleClass().add("t-muted");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(16, new VBox(6, title, note), gap, StatusPill.of(order));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// While it is to be paid: why not yet, and how.
  private @Nullable Node payment(Order order) {
    if (order.status() != Order.Status.AWAITING_PAYMENT) {
      return null;
    }
    String page = order.payment().actionUrl();
    String reason = order.payment().reason();
    Label text =
        new Label(
            page != null
                ? paysThere(order)
                    ? "You pay on a page that opens in your browser. This page follows it."
                    : "Your bank wants you to confirm this payment in the browser."
                : reason != null ? reason : "The payment is under way. This page follows it.");
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(16, text);
    row.setAlignment(Pos.CENTER_LEFT);
    if (page != null) {
      row.getChildren()
          .add(
              button(
                  paysThere(order) ? "Pay" : "Confirm it",
                  "primary",
                  () -> context.browse().accept(page)));
    } else if (model.canPay()) {
      row.getChildren().add(button("Pay again", "primary", model::pay));
    }
    return card("Payment", List.of(row));
  }

  /// The whole payment happens on the provider's page.
  private static boolean paysThere(Order order) {
    return order.payment().provider().equals("stripe");
  }

  private Node line(Order.Line line) {
    PictureView picture = new PictureView(context.pictures(), 10);
    picture.setMinSize(72, 72);
    picture.setMaxSize(72, 72);
    picture.show(line.imageUrl(), line.imageUrl(), null);
    Hyperlink title = new Hyperlink(line.title());
    title.getStyleClass().setAll("cart-title");
    title.setWrapText(true);
    title.setOnAction(
        event -> context.navigator().go(new Destination.ProductPage(line.productId())));
    String choice = String.join(" · ", line.options().values());
    Label note =
        new Label(
            Stream.of(choice, line.quantity() + " × " + OrderWords.money(line.unitPrice()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  ·  ")));
    note.getStyleClass().add("t-muted");
    VBox words = new VBox(4, title, note);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label total = new Label(OrderWords.money(line.total()));
    total.getStyleClass().add("price");
    total.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(16, picture, words, total);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node sums(Order order) {
    List<Node> rows =
        new java.util.ArrayList<>(
            List.of(
                sum("Items", order.items(), "t-muted"),
                sum(OrderWords.delivery(order.deliveryMethod()), order.delivery(), "t-muted"),
                sum("Total", order.total(), "t-emphasis")));
    if (order.payment().refunded().amount() > 0) {
      rows.add(sum("Given back", order.payment().refunded(), "t-good"));
    }
    return card(OrderWords.provider(order.payment().provider()), rows);
  }

  private static Node sum(String name, Money money, String style) {
    Label word = new Label(name);
    word.getStyleClass().add(style);
    Label value = new Label(OrderWords.money(money));
    value.getStyleClass().addAll("price", style);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return new HBox(word, gap, value);
  }

  private static Node address(Order order) {
    Order.Address to = order.address();
    String place =
        Stream.of(to.postalCode(), to.city())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    Label text =
        new Label(
            Stream.of(to.name(), to.line1(), to.line2(), place, to.region(), to.country())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining("\n")));
    text.getStyleClass().add("t-body");
    return text;
  }

  private Node step(Order.Step step) {
    Order order = model.order().get();
    Label what = new Label(OrderWords.step(step.kind()));
    String shop =
        order == null || order.fulfilments().size() < 2
            ? null
            : order.fulfilments().stream()
                .filter(one -> one.shopId().equals(step.shopId()))
                .map(Order.Fulfilment::shopName)
                .findFirst()
                .orElse(null);
    String more =
        Stream.of(shop, step.note()).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    Label note = new Label(OrderWords.moment(step.at()) + (more.isEmpty() ? "" : " · " + more));
    note.getStyleClass().addAll("t-muted", "t-small");
    note.setWrapText(true);
    Region dot = new Region();
    dot.getStyleClass().add("timeline-dot");
    StackPane mark = new StackPane(dot);
    mark.setAlignment(Pos.TOP_CENTER);
    HBox row = new HBox(12, mark, new VBox(2, what, note));
    row.getStyleClass().add("timeline-step");
    return row;
  }

  private Node actions() {
    HBox row = new HBox(12);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getChildren().add(button("Buy it again", "", () -> model.reorder(this::reordered)));
    VBox why = new VBox();
    if (model.canCancel()) {
      row.getChildren()
          .add(
              button(
                  "Cancel the order", "danger", () -> ask(why, "Cancel the order", model::cancel)));
    }
    if (model.canReturn()) {
      row.getChildren()
          .add(button("Send it back", "", () -> ask(why, "Ask to return it", model::askToReturn)));
    }
    Label trouble = new Label();
    trouble.getStyleClass().add("t-danger");
    trouble.setWrapText(true);
    trouble.textProperty().bind(model.trouble());
    trouble.visibleProperty().bind(model.trouble().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    return new VBox(12, row, why, trouble);
  }

  /// Asks for a reason before what can't be taken back.
  private void ask(VBox place, String action, Consumer<String> run) {
    TextField why = new TextField();
    why.setPromptText("Why? The seller reads it. You may leave it empty.");
    why.setAccessibleText("Why");
    HBox.setHgrow(why, Priority.ALWAYS);
    Button sure = button(action, "primary", () -> run.accept(why.getText()));
    why.setOnAction(event -> sure.fire());
    HBox row = new HBox(12, why, sure, button("Leave it", "", () -> place.getChildren().clear()));
    row.setAlignment(Pos.CENTER_LEFT);
    place.getChildren().setAll(row);
    why.requestFocus();
  }

  private void reordered(Reordered again) {
    String missing = String.join(", ", again.missing());
    if (again.added() == 0) {
      context.notices().show("None of it can be had any more.");
      return;
    }
    context
        .notices()
        .show(
            missing.isEmpty()
                ? "It's in your cart."
                : "It's in your cart, but for what is not there any more: " + missing + ".",
            "Open the cart",
            () -> context.navigator().go(new Destination.Cart()));
  }

  /// Each shop's part, where there is more to say than the order's own state.
  private @Nullable Node parcels(Order order) {
    List<Order.Fulfilment> told =
        order.fulfilments().stream()
            .filter(one -> order.fulfilments().size() > 1 || one.tracking() != null)
            .toList();
    return told.isEmpty()
        ? null
        : card("On the way", told.stream().map(OrderView::parcel).toList());
  }

  private static Node parcel(Order.Fulfilment part) {
    Label shop = new Label(part.shopName());
    shop.getStyleClass().add("t-strong");
    Label state = new Label(OrderWords.fulfilment(part.status()));
    state.getStyleClass().add("t-muted");
    VBox words = new VBox(2, shop, state);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, words);
    row.setAlignment(Pos.CENTER_LEFT);
    String tracking = part.tracking();
    if (tracking != null) {
      TextField number = new TextField(tracking);
      number.setEditable(false);
      number.setAccessibleText("Tracking number");
      number.getStyleClass().add("copy-field");
      row.getChildren().add(number);
    }
    return row;
  }

  private Button button(String text, String style, Runnable action) {
    Button button = new Button(text);
    if (!style.isEmpty()) {
      button.getStyleClass().add(style);
    }
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.disableProperty().bind(model.busy());
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Node card(String name, List<? extends Node> content) {
    Label heading = new Label(name);
    heading.getStyleClass().add("t-section");
    VBox inside = new VBox(12);
    inside.getChildren().setAll(content);
    VBox box = new VBox(16, heading, inside);
    box.getStyleClass().addAll("card", "checkout-section");
    return box;
  }

  @Override
  public Node node() {
    return root;
  }
}
