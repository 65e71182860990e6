package dev.windowshop.client.account;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A forgotten password: first the email, then the code from the mail and a new password, with
/// which one is signed in at once.
public final class ForgotViewModel {
  private final SignIns signIns;
  private final Accounts accounts;
  private final Executor ui;
  private final Runnable done;
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty code = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper sent = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Refusals> refusals =
      new ReadOnlyObjectWrapper<>(Refusals.NONE);

  /// @param done what follows once one is signed in
  public ForgotViewModel(SignIns signIns, Accounts accounts, Executor ui, Runnable done) {
    this.signIns = signIns;
    this.accounts = accounts;
    this.ui = ui;
    this.done = done;
  }

  /// Has a code sent; again, if need be.
  public void send() {
    if (email.get().isBlank()) {
      refusals.set(new Refusals("Fill in the email of your account.", java.util.Map.of()));
      return;
    }
    begin();
    signIns
        .forgot(email.get())
        .whenComplete((nothing, failure) ->
            ui.execute(() -> {
              ended(failure);
              if (failure == null) {
                sent.set(true);
              }
            }));
  }

  public void set() {
    if (code.get().isBlank() || password.get().isEmpty()) {
      refusals.set(
          new Refusals("Fill in the code from the mail and a new password.", java.util.Map.of()));
      return;
    }
    begin();
    signIns
        .reset(code.get(), password.get())
        .thenCompose(nothing -> accounts.signIn(email.get(), password.get()))
        .whenComplete((me, failure) ->
            ui.execute(() -> {
              ended(failure);
              if (failure == null) {
                password.set("");
                code.set("");
                done.run();
              }
            }));
  }

  private void begin() {
    refusals.set(Refusals.NONE);
    busy.set(true);
  }

  private void ended(@Nullable Throwable failure) {
    busy.set(false);
    if (failure != null) {
      refusals.set(Refusals.of(failure));
    }
  }

  public StringProperty email() {
    return email;
  }

  public StringProperty code() {
    return code;
  }

  public StringProperty password() {
    return password;
  }

  /// Whether a code is on its way.
  public ReadOnlyBooleanProperty sent() {
    return sent.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Refusals> refusals() {
    return refusals.getReadOnlyProperty();
  }
}
