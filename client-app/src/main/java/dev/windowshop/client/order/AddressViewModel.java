package dev.windowshop.client.order;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.store.Trouble;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.SavedAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Where an order goes: one of the address book, or a new one that may join it.
public final class AddressViewModel {
  private final AddressBook book;
  private final Executor ui;
  private final ObservableList<SavedAddress> saved = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable SavedAddress> chosen =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SavedAddress> edited =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
  private final BooleanProperty remember = new SimpleBooleanProperty(true);
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final AddressForm form = new AddressForm();
  private final Subscription changes;

  /// @param last where the last order went, for an empty address book
  public AddressViewModel(AddressBook book, Order.@Nullable Address last, Executor ui) {
    this.book = book;
    this.ui = ui;
    form.fill(last);
    form.onChange(() -> trouble.set(""));
    changes = book.addresses().observe(all -> ui.execute(() -> show(all)));
    book.refresh();
  }

  void close() {
    changes.close();
  }

  private void show(List<SavedAddress> all) {
    SavedAddress before = chosen.get();
    saved.setAll(all);
    SavedAddress same =
        before == null
            ? null
            : all.stream().filter(one -> one.id().equals(before.id())).findFirst().orElse(null);
    chosen.set(same != null ? same : all.isEmpty() ? null : all.getFirst());
    if (all.isEmpty()) {
      writing.set(true);
    } else if (edited.get() == null && before == null) {
      writing.set(false);
    }
  }

  public void choose(SavedAddress address) {
    chosen.set(address);
    edited.set(null);
    writing.set(false);
    trouble.set("");
  }

  public void writeNew() {
    edited.set(null);
    form.fill(null);
    writing.set(true);
  }

  public void edit(SavedAddress address) {
    edited.set(address);
    form.fill(address.address());
    writing.set(true);
  }

  /// Back to the address book as it was.
  public void leave() {
    edited.set(null);
    writing.set(saved.isEmpty());
    trouble.set("");
  }

  public void remove(SavedAddress address) {
    begin(book.remove(address.id()).thenApply(gone -> address));
  }

  public void makeStandard(SavedAddress address) {
    begin(
        book.change(address.id(), new SavedAddress.Edit(address.label(), address.address(), true)));
  }

  /// Saves what is being written, and goes on with it.
  public void save() {
    String missing = form.missing();
    if (missing != null) {
      trouble.set("Fill in the " + missing + ", so that it finds its way to you.");
      return;
    }
    SavedAddress before = edited.get();
    SavedAddress.Edit edit =
        new SavedAddress.Edit(
            before == null ? null : before.label(),
            form.address(),
            before == null ? saved.isEmpty() : before.standard());
    begin(before == null ? book.add(edit) : book.change(before.id(), edit))
        .thenAccept(done -> ui.execute(() -> choose(done)));
  }

  private CompletableFuture<SavedAddress> begin(CompletableFuture<SavedAddress> work) {
    trouble.set("");
    return work.whenComplete((done, failure) -> {
      if (failure != null) {
        ui.execute(() -> trouble.set(Trouble.of(failure)));
      }
    });
  }

  /// Where it goes; null while that is not said, and [#trouble] then says why.
  Order.@Nullable Address address() {
    SavedAddress one = chosen.get();
    if (!writing.get() && one != null) {
      return one.address();
    }
    String missing = form.missing();
    if (missing != null) {
      trouble.set("Fill in the " + missing + ", so that it finds its way to you.");
      return null;
    }
    trouble.set("");
    return form.address();
  }

  /// An order went to what is in the form: it joins the address book, if it is to.
  void ordered() {
    if (writing.get() && remember.get() && edited.get() == null) {
      var unused =
          book.add(new SavedAddress.Edit(null, form.address(), saved.isEmpty()))
              .exceptionally(later -> null);
    }
  }

  public AddressForm form() {
    return form;
  }

  public ObservableList<SavedAddress> saved() {
    return saved;
  }

  /// Null while there is none.
  public ReadOnlyObjectProperty<@Nullable SavedAddress> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// The one that is being changed; null for a new one.
  public ReadOnlyObjectProperty<@Nullable SavedAddress> edited() {
    return edited.getReadOnlyProperty();
  }

  /// Whether the form is filled in, instead of choosing from the address book.
  public ReadOnlyBooleanProperty writing() {
    return writing.getReadOnlyProperty();
  }

  /// Whether a new address joins the address book with the order.
  public BooleanProperty remember() {
    return remember;
  }

  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }
}
