package dev.windowshop.client.order;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.store.Trouble;
import dev.windowshop.protocol.CheckoutOptions;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.Order;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Takes an offer: where it goes, how it comes and how it is paid. Made and used on the FX thread.
public final class OfferSheet {
  private final Parts parts;
  private final Offer offer;
  private final AddressViewModel address;

  /// One sheet is one intent: clicking twice, or again after a timeout, orders once.
  private final String key = Ids.newId();

  private final ComboBox<CheckoutOptions.Delivery> delivery = new ComboBox<>();
  private final ComboBox<String> provider = new ComboBox<>();
  private final Label total = new Label();
  private final Label trouble = new Label();
  private final Button pay = new Button("Order and pay");

  /// What it needs of the app.
  ///
  /// @param browse opens a payment's page
  /// @param ui hands over to the FX thread
  public record Parts(
      Offers offers,
      Orders orders,
      AddressBook addresses,
      Sheets sheets,
      Notices notices,
      Navigator navigator,
      Consumer<String> browse,
      Executor ui) {}

  private OfferSheet(Parts parts, Offer offer) {
    this.parts = parts;
    this.offer = offer;
    List<Order> known = parts.orders().orders().value();
    address =
        new AddressViewModel(
            parts.addresses(),
            known == null || known.isEmpty() ? null : known.getFirst().address(),
            parts.ui());
  }

  public static void show(Parts parts, Offer offer) {
    OfferSheet sheet = new OfferSheet(parts, offer);
    parts.sheets().show(sheet.card(), sheet.address::close);
    parts
        .orders()
        .options()
        .whenComplete((options, failure) -> parts.ui().execute(() -> sheet.offered(options)));
  }

  private VBox card() {
    Label title = new Label("Take the offer");
    title.getStyleClass().add("t-section");
    delivery.setConverter(
        shown(one -> OrderWords.delivery(one.id()) + ", " + OrderWords.money(one.price())));
    delivery.setAccessibleText("Delivery");
    delivery.setMaxWidth(Double.MAX_VALUE);
    delivery.valueProperty().subscribe(this::add);
    provider.setConverter(shown(OrderWords::provider));
    provider.setAccessibleText("Payment");
    provider.setMaxWidth(Double.MAX_VALUE);
    total.getStyleClass().add("price");
    trouble.getStyleClass().add("t-danger");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    Button no = new Button("Not now");
    no.setOnAction(event -> parts.sheets().close());
    pay.getStyleClass().add("primary");
    pay.setDisable(true);
    pay.setOnAction(event -> submit());
    HBox buttons = new HBox(8, no, pay);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    ScrollPane form = new ScrollPane(new AddressView(address));
    form.setFitToWidth(true);
    form.setPrefViewportHeight(280);
    VBox card = new VBox(12, title, form, delivery, provider, total, trouble, buttons);
    card.setPrefWidth(440);
    card.getStyleClass().add("chat-sheet");
    return card;
  }

  private void offered(@Nullable CheckoutOptions options) {
    if (options == null) {
      trouble.setText("An offer is taken while there is a connection. Try again then.");
      return;
    }
    delivery.getItems().setAll(options.deliveryMethods());
    delivery.setValue(
        options.deliveryMethods().stream()
            .filter(one -> one.id().equals("standard"))
            .findFirst()
            .orElse(options.deliveryMethods().getFirst()));
    provider.getItems().setAll(options.paymentProviders());
    provider.setValue(options.paymentProviders().getFirst());
    pay.setDisable(false);
  }

  private void add() {
    CheckoutOptions.Delivery chosen = delivery.getValue();
    total.setText(
        chosen == null
            ? OrderWords.money(offer.items())
            : OrderWords.money(offer.items().plus(chosen.price())) + " with delivery");
  }

  private void submit() {
    Order.Address where = address.address();
    CheckoutOptions.Delivery chosen = delivery.getValue();
    if (where == null || chosen == null || provider.getValue() == null) {
      trouble.setText(where == null ? address.trouble().get() : "Choose how it comes.");
      return;
    }
    pay.setDisable(true);
    trouble.setText("");
    parts
        .offers()
        .accept(
            offer.id(),
            key,
            new Offer.Accept(where, chosen.id(), new Order.Pay(provider.getValue(), null)))
        .whenComplete((order, failure) -> parts.ui().execute(() -> ended(order, failure)));
  }

  private void ended(@Nullable Order order, @Nullable Throwable failure) {
    pay.setDisable(false);
    if (order == null) {
      trouble.setText(
          failure == null ? "That did not work. Try again in a moment." : Trouble.of(failure));
      return;
    }
    address.ordered();
    parts.sheets().close();
    parts.navigator().go(new Destination.OrderPage(order.id()));
    String page = order.payment().actionUrl();
    if (page != null) {
      parts.browse().accept(page);
    } else if (order.payment().status() != Order.PaymentStatus.DECLINED) {
      parts.notices().show("Thank you. Your order is placed.");
    }
  }

  private static <T> StringConverter<T> shown(Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("chosen, never typed");
      }
    };
  }
}
