package dev.windowshop.client.account;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Making an account. The relay decides what is allowed and says why not, field by field.
public final class SignUpViewModel {
  private final Accounts accounts;
  private final Executor ui;
  private final Runnable done;
  private final StringProperty displayName = new SimpleStringProperty("");
  private final StringProperty username = new SimpleStringProperty("");
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Refusals> refusals =
      new ReadOnlyObjectWrapper<>(Refusals.NONE);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  public SignUpViewModel(Accounts accounts, Executor ui, Runnable done) {
    this.accounts = accounts;
    this.ui = ui;
    this.done = done;
  }

  public void submit() {
    refusals.set(Refusals.NONE);
    busy.set(true);
    String name = displayName.get().strip();
    accounts
        .signUp(email.get(), username.get(), password.get(), name.isEmpty() ? null : name)
        .whenComplete((me, failure) -> ui.execute(() -> ended(failure)));
  }

  private void ended(@Nullable Throwable failure) {
    busy.set(false);
    if (failure == null) {
      password.set("");
      done.run();
    } else {
      refusals.set(Refusals.of(failure));
    }
  }

  /// What people call them; may stay empty.
  public StringProperty displayName() {
    return displayName;
  }

  public StringProperty username() {
    return username;
  }

  public StringProperty email() {
    return email;
  }

  public StringProperty password() {
    return password;
  }

  ReadOnlyObjectProperty<Refusals> refusals() {
    return refusals.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
