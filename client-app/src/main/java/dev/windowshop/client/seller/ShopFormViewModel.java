package dev.windowshop.client.seller;

import dev.windowshop.client.store.Trouble;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ShopProfile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Opening a shop, or changing what it says of itself.
public final class ShopFormViewModel {
  static final List<String> METHODS = List.of("pickup", "standard", "express");

  private final Selling selling;
  private final String currency;
  private final Executor ui;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty description = new SimpleStringProperty("");
  private final StringProperty deliveryPolicy = new SimpleStringProperty("");
  private final StringProperty returnsPolicy = new SimpleStringProperty("");
  private final StringProperty paymentPolicy = new SimpleStringProperty("");
  private final Map<String, StringProperty> delivery = new LinkedHashMap<>();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable ShopProfile before;

  public ShopFormViewModel(Selling selling, String currency, Executor ui) {
    this.selling = selling;
    this.currency = currency;
    this.ui = ui;
    METHODS.forEach(method -> delivery.put(method, new SimpleStringProperty("")));
  }

  public void show(ShopProfile shop) {
    before = shop;
    name.set(shop.name());
    description.set(text(shop.description()));
    deliveryPolicy.set(text(shop.policies().delivery()));
    returnsPolicy.set(text(shop.policies().returns()));
    paymentPolicy.set(text(shop.policies().payment()));
    delivery.forEach((method, price) -> price.set(Amounts.text(shop.delivery().get(method))));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  public boolean isNew() {
    return before == null;
  }

  public void save() {
    save(null, null);
  }

  public void setAvatar(Path file) {
    upload(file, id -> save(id, null));
  }

  public void setBanner(Path file) {
    upload(file, id -> save(null, id));
  }

  private void upload(Path file, java.util.function.Consumer<String> then) {
    busy.set(true);
    selling
        .upload(file)
        .whenComplete((attachment, failure) ->
            ui.execute(() -> {
              busy.set(false);
              if (attachment != null) {
                then.accept(attachment.id());
              } else if (failure != null) {
                trouble.set(Trouble.of(failure));
              }
            }));
  }

  private void save(@Nullable String avatarId, @Nullable String bannerId) {
    if (name.get().isBlank()) {
      trouble.set("Give your shop a name.");
      return;
    }
    Map<String, Long> prices = new LinkedHashMap<>();
    for (Map.Entry<String, StringProperty> entry : delivery.entrySet()) {
      String typed = entry.getValue().get();
      Long amount = typed.isBlank() ? null : Amounts.parse(typed, currency);
      if (!typed.isBlank() && amount == null) {
        trouble.set("“" + typed + "” is no price. Write it like 4.90.");
        return;
      }
      if (amount != null) {
        prices.put(entry.getKey(), amount);
      }
    }
    if (busy.get()) {
      return;
    }
    busy.set(true);
    trouble.set("");
    done.set("");
    ShopProfile last = before;
    ShopProfile.Edit edit =
        new ShopProfile.Edit(
            name.get().strip(),
            description.get().strip(),
            null,
            avatarId,
            bannerId,
            new ShopProfile.Policies(
                deliveryPolicy.get().strip(),
                returnsPolicy.get().strip(),
                paymentPolicy.get().strip()),
            prices.isEmpty() && last == null ? null : prices,
            last == null ? null : last.version());
    CompletableFuture<ShopProfile> work =
        last == null ? selling.openShop(edit) : selling.changeShop(edit);
    work.whenComplete((now, failure) ->
        ui.execute(() -> {
          busy.set(false);
          if (now != null) {
            show(now);
            done.set("Saved.");
          } else if (failure != null) {
            trouble.set(why(failure));
          }
        }));
  }

  private String why(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ProblemException problem && problem.type() == ProblemType.EDIT_CONFLICT) {
      selling.refresh();
      return "Your shop was changed on another machine meanwhile. What is there now comes in a"
          + " moment; look at it and save again.";
    }
    return Trouble.of(failure);
  }

  public StringProperty name() {
    return name;
  }

  public StringProperty description() {
    return description;
  }

  public StringProperty deliveryPolicy() {
    return deliveryPolicy;
  }

  public StringProperty returnsPolicy() {
    return returnsPolicy;
  }

  public StringProperty paymentPolicy() {
    return paymentPolicy;
  }

  /// What a delivery costs, by method; empty for what the relay says.
  public Map<String, StringProperty> delivery() {
    return delivery;
  }

  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  /// Says that it is saved; empty before.
  public ReadOnlyStringProperty done() {
    return done.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
