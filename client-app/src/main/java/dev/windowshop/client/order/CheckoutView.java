package dev.windowshop.client.order;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.store.CartChangesView;
import dev.windowshop.client.store.CartLine;
import dev.windowshop.protocol.CheckoutOptions;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Checkout on one page: where it goes, how it comes, how it is paid, and what it comes to.
public final class CheckoutView implements Page {
  private static final double FORM_WIDTH = 480;
  private static final double SUMMARY_WIDTH = 340;
  private static final double PAGE_EDGE = 32;

  private final CheckoutViewModel model;
  private final OrderContext context;
  private final VBox lines = new VBox(12);
  private final ToggleGroup deliveryChoices = new ToggleGroup();
  private final ToggleGroup providerChoices = new ToggleGroup();
  private final VBox deliveries = new VBox(8);
  private final VBox providers = new VBox(8);
  private final StackPane root = new StackPane();

  public CheckoutView(CheckoutViewModel model, OrderContext context) {
    this.model = model;
    this.context = context;
    Label title = new Label("Checkout");
    title.getStyleClass().add("t-page");
    VBox form =
        new VBox(
            24,
            section("Where to", new AddressView(model.address())),
            section("Delivery", deliveries),
            section("Payment", new VBox(12, providers, testCard())));
    form.setPrefWidth(FORM_WIDTH);
    Region summary = summary();
    FlowPane columns = new FlowPane(24, 24, form, summary);
    columns.setAlignment(Pos.TOP_LEFT);
    columns.setRowValignment(javafx.geometry.VPos.TOP);
    columns.setPrefWrapLength(FORM_WIDTH + SUMMARY_WIDTH + 24);
    VBox content = new VBox(24, title, new CartChangesView(model.lines(), model::settle), columns);
    StackPane middle = new StackPane(content);
    // As wide as what is in it, so that the title stands above the form however narrow it gets.
    double both = FORM_WIDTH + SUMMARY_WIDTH + 24;
    content
        .maxWidthProperty()
        .bind(
            Bindings.when(middle.widthProperty().greaterThan(both + 2 * PAGE_EDGE))
                .then(both)
                .otherwise(FORM_WIDTH));
    middle.setAlignment(Pos.TOP_CENTER);
    middle.getStyleClass().add("page");
    PageScroll scroll = new PageScroll(middle);
    follow(scroll, columns, form, summary);
    EmptyState empty =
        new EmptyState(
            Feather.SHOPPING_BAG,
            "Nothing to pay for",
            "Your cart is empty.",
            "Look around",
            () -> context.navigator().go(new Destination.Home()));
    var none = Bindings.isEmpty(model.lines());
    empty.visibleProperty().bind(none);
    scroll.visibleProperty().bind(none.not());
    root.getChildren().addAll(scroll, empty);
    model.lines().addListener((ListChangeListener<CartLine>) change -> fillLines());
    model
        .deliveries()
        .addListener((ListChangeListener<CheckoutOptions.Delivery>) change -> fillDeliveries());
    model.providers().addListener((ListChangeListener<String>) change -> fillProviders());
    model.delivery().subscribe(now -> select(deliveryChoices, model.deliveries().indexOf(now)));
    model.provider().subscribe(now -> select(providerChoices, model.providers().indexOf(now)));
    model.total().subscribe(this::fillLines);
    fillDeliveries();
    fillProviders();
  }

  /// What it comes to, and the button, stay in view beside a form that is longer than the window.
  private static void follow(PageScroll scroll, Region columns, Region form, Region summary) {
    Runnable move =
        () -> {
          double above = scroll.localToScene(0, 0).getY() - columns.localToScene(0, 0).getY();
          double room = Math.max(0, form.getHeight() - summary.getHeight());
          boolean beside = summary.getLayoutX() > form.getLayoutX();
          summary.setTranslateY(beside ? Math.clamp(above + PAGE_EDGE, 0, room) : 0);
        };
    scroll.vvalueProperty().subscribe(move);
    scroll.viewportBoundsProperty().subscribe(move);
    summary.layoutXProperty().subscribe(move);
    summary.heightProperty().subscribe(move);
    form.heightProperty().subscribe(move);
  }

  private static VBox section(String name, Node content) {
    Label heading = new Label(name);
    heading.getStyleClass().add("t-section");
    VBox box = new VBox(16, heading, content);
    box.getStyleClass().addAll("card", "checkout-section");
    return box;
  }

  /// What the test card does, for trying every way that a payment can go.
  private Node testCard() {
    ComboBox<String> outcome = new ComboBox<>();
    outcome.getItems().setAll("", "3ds", "later", "later-declined", "decline");
    outcome.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String token) {
            return OrderWords.testCard(token);
          }

          @Override
          public String fromString(String name) {
            throw new UnsupportedOperationException("chosen, never typed");
          }
        });
    outcome.setValue("");
    outcome.setAccessibleText("What the test card does");
    outcome.setMaxWidth(Double.MAX_VALUE);
    outcome.setOnAction(event -> model.token().set(outcome.getValue()));
    outcome.visibleProperty().bind(model.provider().isEqualTo("test"));
    outcome.managedProperty().bind(outcome.visibleProperty());
    outcome
        .visibleProperty()
        .subscribe(on -> {
          if (!on) {
            outcome.setValue("");
          }
        });
    return outcome;
  }

  private void fillDeliveries() {
    deliveryChoices.getToggles().clear();
    deliveries
        .getChildren()
        .setAll(
            model.deliveries().stream()
                .map(one ->
                    choice(
                        deliveryChoices,
                        OrderWords.delivery(one.id()),
                        OrderWords.deliveryNote(one.id()),
                        one.price().amount() == 0 ? "Free" : OrderWords.money(one.price()),
                        one.equals(model.delivery().get()),
                        () -> model.delivery().set(one)))
                .toList());
  }

  private void fillProviders() {
    providerChoices.getToggles().clear();
    providers
        .getChildren()
        .setAll(
            model.providers().stream()
                .map(one ->
                    choice(
                        providerChoices,
                        OrderWords.provider(one),
                        OrderWords.providerNote(one),
                        "",
                        one.equals(model.provider().get()),
                        () -> model.provider().set(one)))
                .toList());
  }

  private static void select(ToggleGroup group, int index) {
    if (index >= 0 && index < group.getToggles().size()) {
      group.selectToggle(group.getToggles().get(index));
    }
  }

  private static Node choice(
      ToggleGroup group,
      String name,
      String note,
      String price,
      boolean selected,
      Runnable choose) {
    RadioButton button = new RadioButton(name);
    button.setToggleGroup(group);
    button.setSelected(selected);
    button
        .selectedProperty()
        .subscribe(on -> {
          if (on) {
            choose.run();
          }
        });
    Label small = new Label(note);
    small.getStyleClass().addAll("t-muted", "t-small", "checkout-note");
    Label cost = new Label(price);
    cost.getStyleClass().add("price");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(12, new VBox(2, button, small), gap, cost);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("checkout-choice");
    row.setOnMouseClicked(event -> button.setSelected(true));
    return row;
  }

  private Region summary() {
    Label trouble = new Label();
    trouble.getStyleClass().addAll("t-danger");
    trouble.setWrapText(true);
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    trouble.textProperty().bind(model.trouble());
    trouble.visibleProperty().bind(model.trouble().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    Button order = new Button();
    order.textProperty().bind(Bindings.when(model.busy()).then("Ordering…").otherwise("Order now"));
    order.getStyleClass().addAll("primary", "large");
    order.setMaxWidth(Double.MAX_VALUE);
    order.setDefaultButton(true);
    order
        .disableProperty()
        .bind(model.busy().or(model.changed()).or(Bindings.isEmpty(model.deliveries())));
    order.setOnAction(event -> model.submit(this::ended));
    Label note =
        new Label("Prices include tax. You never pay more for anything than what is shown here.");
    note.getStyleClass().addAll("t-muted", "t-small");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    VBox sums =
        new VBox(
            8,
            sum("Items", model.items(), "t-muted"),
            sum("Delivery", model.shipping(), "t-muted"),
            sum("Total", model.total(), "t-emphasis"));
    VBox box = section("What you get", new VBox(16, lines, sums, trouble, order, note));
    box.setPrefWidth(SUMMARY_WIDTH);
    box.setMaxHeight(Region.USE_PREF_SIZE);
    return box;
  }

  private static Node sum(
      String name, ReadOnlyObjectProperty<@Nullable Money> amount, String style) {
    Label word = new Label(name);
    word.getStyleClass().add(style);
    Label value = new Label();
    value.getStyleClass().addAll("price", style);
    amount.subscribe(money -> value.setText(money == null ? "" : OrderWords.money(money)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(word, gap, value);
    row.setAlignment(Pos.BASELINE_LEFT);
    return row;
  }

  private void fillLines() {
    lines.getChildren().setAll(model.lines().stream().map(this::line).toList());
  }

  private Node line(CartLine line) {
    PictureView picture = new PictureView(context.pictures(), 8);
    picture.setMinSize(48, 48);
    picture.setMaxSize(48, 48);
    var media = line.product().media().isEmpty() ? null : line.product().media().getFirst();
    picture.show(
        media == null ? null : media.url(),
        media == null ? null : media.thumbUrl(),
        line.product().color());
    Label title = new Label(line.product().title());
    title.setWrapText(true);
    String chosen = String.join(", ", line.variant().options().values());
    Label quantity = new Label((chosen.isEmpty() ? "" : chosen + "  ·  ") + line.quantity() + " ×");
    quantity.setWrapText(true);
    quantity.getStyleClass().addAll("t-muted", "t-small");
    VBox words = new VBox(2, title, quantity);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label price = new Label(OrderWords.money(model.totalOf(line)));
    price.getStyleClass().add("price");
    price.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(12, picture, words, price);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void ended(CheckoutOutcome outcome) {
    switch (outcome) {
      case CheckoutOutcome.Placed(Order order) -> {
        context.navigator().replace(new Destination.OrderPage(order.id()));
        String page = order.payment().actionUrl();
        if (page != null) {
          context.browse().accept(page);
        } else if (order.payment().status() != Order.PaymentStatus.DECLINED) {
          context.notices().show("Thank you. Your order is placed.");
        }
      }
      case CheckoutOutcome.Queued queued -> {
        context.navigator().replace(new Destination.Orders());
        context.notices().show("You're offline. It is ordered as soon as the connection is back.");
      }
      case CheckoutOutcome.Refused refused -> {
        // The page says what was refused.
      }
    }
  }

  @Override
  public Node node() {
    return root;
  }
}
