package dev.windowshop.client.account;

import dev.windowshop.protocol.Me;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Signing in.
public final class SignInViewModel {
  private final Accounts accounts;
  private final @Nullable DemoLogin demo;
  private final Executor ui;
  private final Runnable done;
  private final StringProperty login = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /// @param demo who can be signed in with one click; null outside a demo
  /// @param done what follows
  public SignInViewModel(Accounts accounts, @Nullable DemoLogin demo, Executor ui, Runnable done) {
    this.accounts = accounts;
    this.demo = demo;
    this.ui = ui;
    this.done = done;
  }

  public void submit() {
    if (login.get().isBlank() || password.get().isEmpty()) {
      trouble.set("Fill in your name or email, and your password.");
      return;
    }
    begin(accounts.signIn(login.get(), password.get()));
  }

  public void submitDemo() {
    if (demo != null) {
      begin(accounts.signIn(demo.login(), demo.password()));
    }
  }

  private void begin(CompletableFuture<Me> signingIn) {
    trouble.set("");
    busy.set(true);
    signingIn.whenComplete((me, failure) -> ui.execute(() -> ended(failure)));
  }

  private void ended(@Nullable Throwable failure) {
    busy.set(false);
    if (failure == null) {
      password.set("");
      done.run();
    } else {
      Refusals refusals = Refusals.of(failure);
      trouble.set(
          refusals.text().isEmpty() ? "That name or password is not right." : refusals.text());
    }
  }

  /// Whom the demo's button signs in; null outside a demo.
  public @Nullable String demoName() {
    return demo == null ? null : demo.name();
  }

  public StringProperty login() {
    return login;
  }

  public StringProperty password() {
    return password;
  }

  /// Why it did not work; empty when nothing went wrong.
  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
