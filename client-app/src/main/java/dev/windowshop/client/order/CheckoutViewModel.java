package dev.windowshop.client.order;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.store.Basket;
import dev.windowshop.client.store.CartContents;
import dev.windowshop.client.store.CartLine;
import dev.windowshop.protocol.Ceiling;
import dev.windowshop.protocol.CheckoutOptions;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Everything that is asked before something is ordered.
public final class CheckoutViewModel {
  private final Orders orders;
  private final Basket basket;
  private final Executor ui;
  private final AddressViewModel address;
  private final ObservableList<CartLine> lines = FXCollections.observableArrayList();
  private final ObservableList<CheckoutOptions.Delivery> deliveries =
      FXCollections.observableArrayList();
  private final ObservableList<String> providers = FXCollections.observableArrayList();
  private final ObjectProperty<CheckoutOptions.@Nullable Delivery> delivery =
      new SimpleObjectProperty<>();
  private final StringProperty provider = new SimpleStringProperty();
  private final StringProperty token = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Money> items = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Money> shipping = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Money> total = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final Map<String, Long> agreed = new LinkedHashMap<>();
  private final Subscription cart;

  public CheckoutViewModel(Orders orders, Basket basket, AddressBook book, Executor ui) {
    this.orders = orders;
    this.basket = basket;
    this.ui = ui;
    List<Order> known = orders.orders().value();
    address =
        new AddressViewModel(
            book, known == null || known.isEmpty() ? null : known.getFirst().address(), ui);
    delivery.subscribe(() -> add());
    cart = basket.cart().observe(contents -> ui.execute(() -> show(contents)));
    // What was to be filled in is being filled in.
    address
        .trouble()
        .subscribe(now -> {
          if (now.isEmpty()) {
            trouble.set("");
          }
        });
    orders.options().whenComplete((options, failure) -> ui.execute(() -> offered(options)));
  }

  /// The page is gone for good.
  public void close() {
    cart.close();
    address.close();
  }

  private void offered(@Nullable CheckoutOptions options) {
    if (options == null) {
      trouble.set("What can be chosen here shows as soon as the connection is back.");
      return;
    }
    deliveries.setAll(options.deliveryMethods());
    providers.setAll(options.paymentProviders());
    delivery.set(
        deliveries.stream()
            .filter(one -> one.id().equals("standard"))
            .findFirst()
            .orElse(deliveries.isEmpty() ? null : deliveries.getFirst()));
    provider.set(providers.isEmpty() ? null : providers.getFirst());
  }

  private void show(CartContents contents) {
    lines.setAll(contents.lines());
    changed.set(contents.changed());
    add();
  }

  private void add() {
    Money sum = lines.stream().map(this::totalOf).reduce(Money::plus).orElse(null);
    CheckoutOptions.Delivery chosen = delivery.get();
    long shops = lines.stream().map(line -> line.product().shop().id()).distinct().count();
    Money brings = chosen == null ? null : chosen.price().times((int) shops);
    items.set(sum);
    shipping.set(brings);
    total.set(sum == null || brings == null ? sum : sum.plus(brings));
  }

  /// At the price that was agreed to, which is the newest that was shown.
  public Money totalOf(CartLine line) {
    return priceOf(line).times(line.quantity());
  }

  private Money priceOf(CartLine line) {
    Money seen = line.variant().price();
    Long newer = agreed.get(line.variant().id());
    return newer == null ? seen : new Money(newer, seen.currency());
  }

  /// Goes along with what changed since it was put into the cart.
  public void settle() {
    basket.settle();
  }

  /// @param done what follows, with how it ended
  public void submit(Consumer<CheckoutOutcome> done) {
    CheckoutOptions.Delivery chosen = delivery.get();
    Order.Address where = address.address();
    if (where == null) {
      trouble.set(address.trouble().get());
      return;
    }
    if (changed.get()) {
      trouble.set("Look at what changed first.");
      return;
    }
    if (busy.get() || chosen == null || provider.get() == null || lines.isEmpty()) {
      return;
    }
    trouble.set("");
    busy.set(true);
    orders
        .checkout(
            new Order.Checkout(
                lines.stream()
                    .map(line ->
                        new Order.CheckoutLine(
                            line.variant().id(),
                            line.quantity(),
                            new Ceiling(priceOf(line).amount())))
                    .toList(),
                where,
                chosen.id(),
                new Order.Pay(provider.get(), token.get().isEmpty() ? null : token.get())))
        .whenComplete((outcome, failure) -> ui.execute(() -> ended(outcome, done)));
  }

  private void ended(@Nullable CheckoutOutcome outcome, Consumer<CheckoutOutcome> done) {
    busy.set(false);
    switch (outcome) {
      case null -> trouble.set("That did not work. Try again in a moment.");
      case CheckoutOutcome.Refused(Problem problem) -> {
        trouble.set(explain(problem));
        done.accept(outcome);
      }
      case CheckoutOutcome.Placed placed -> {
        address.ordered();
        done.accept(placed);
      }
      case CheckoutOutcome.Queued queued -> {
        address.ordered();
        done.accept(queued);
      }
    }
  }

  private String explain(Problem problem) {
    List<Order.Refused> refused =
        problem.lines() == null
            ? List.of()
            : problem.lines().stream().map(line -> Json.decode(line, Order.Refused.class)).toList();
    if (refused.isEmpty()) {
      return problem.detail() == null ? problem.title() : problem.detail();
    }
    StringBuilder text = new StringBuilder();
    for (Order.Refused one : refused) {
      text.append(text.isEmpty() ? "" : "\n").append(nameOf(one.variantId()));
      Money price = one.unitPrice();
      if (price != null) {
        agreed.put(one.variantId(), price.amount());
        text.append(" costs ").append(OrderWords.money(price)).append(" now.");
      } else if (one.available() == 0) {
        text.append(" is sold out.");
      } else {
        text.append(": only ").append(one.available()).append(" left.");
      }
    }
    add();
    return text
        + (agreed.isEmpty()
            ? "\nChange the cart and order the rest."
            : "\nNothing was ordered. Order again to agree to the new price.");
  }

  private String nameOf(String variantId) {
    return lines.stream()
        .filter(line -> line.variant().id().equals(variantId))
        .map(line -> line.product().title())
        .findFirst()
        .orElse("Something");
  }

  /// Where it goes.
  public AddressViewModel address() {
    return address;
  }

  /// What the test card is to do; empty for being paid at once.
  public StringProperty token() {
    return token;
  }

  public ObservableList<CartLine> lines() {
    return lines;
  }

  public ObservableList<CheckoutOptions.Delivery> deliveries() {
    return deliveries;
  }

  public ObservableList<String> providers() {
    return providers;
  }

  public ObjectProperty<CheckoutOptions.@Nullable Delivery> delivery() {
    return delivery;
  }

  public StringProperty provider() {
    return provider;
  }

  /// Null for an empty cart.
  public ReadOnlyObjectProperty<@Nullable Money> items() {
    return items.getReadOnlyProperty();
  }

  /// What it costs to be brought; null while that is not known.
  public ReadOnlyObjectProperty<@Nullable Money> shipping() {
    return shipping.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Money> total() {
    return total.getReadOnlyProperty();
  }

  /// Why it did not work; empty when nothing went wrong.
  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  /// Whether something changed that the shopper has not gone along with.
  public ReadOnlyBooleanProperty changed() {
    return changed.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
