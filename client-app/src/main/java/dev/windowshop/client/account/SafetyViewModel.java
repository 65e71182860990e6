package dev.windowshop.client.account;

import dev.windowshop.protocol.AccountSecurity;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One's email and password.
public final class SafetyViewModel {
  private final Safety safety;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<@Nullable AccountSecurity> security =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper codeSent = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Refusals> refusals =
      new ReadOnlyObjectWrapper<>(Refusals.NONE);
  private final StringProperty code = new SimpleStringProperty("");
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty emailPassword = new SimpleStringProperty("");
  private final StringProperty current = new SimpleStringProperty("");
  private final StringProperty next = new SimpleStringProperty("");

  public SafetyViewModel(Safety safety, Executor ui) {
    this.safety = safety;
    this.ui = ui;
  }

  /// Asks the relay how things are; what was known stays while it can't be asked.
  public void load() {
    safety
        .security()
        .whenComplete((now, failure) ->
            ui.execute(() -> {
              if (now != null) {
                security.set(now);
                codeSent.set(codeSent.get() || now.pendingEmail() != null);
              }
            }));
  }

  public void askForCode() {
    begin(
        safety.askForCode(),
        () -> {
          codeSent.set(true);
          outcome.set("A code is on its way to you.");
        });
  }

  public void confirm() {
    if (code.get().isBlank()) {
      refusals.set(new Refusals("", Map.of("token", "is missing")));
      return;
    }
    begin(
        safety.confirmEmail(code.get()),
        () -> {
          code.set("");
          codeSent.set(false);
          outcome.set("Your email is confirmed.");
          load();
        });
  }

  public void changeEmail() {
    String wanted = email.get();
    begin(
        safety.changeEmail(wanted, blankToNull(emailPassword.get())),
        waits -> {
          email.set("");
          emailPassword.set("");
          codeSent.set(waits);
          outcome.set(
              waits
                  ? "A code is on its way to " + wanted.strip() + ". Until then nothing changes."
                  : "Your email is changed.");
          load();
        });
  }

  public void changePassword() {
    begin(
        safety.changePassword(blankToNull(current.get()), next.get()),
        () -> {
          current.set("");
          next.set("");
          outcome.set("Your password is changed, and you are signed out everywhere else.");
          load();
        });
  }

  private void begin(CompletableFuture<Void> doing, Runnable then) {
    begin(doing, nothing -> then.run());
  }

  private <T> void begin(CompletableFuture<T> doing, java.util.function.Consumer<T> then) {
    refusals.set(Refusals.NONE);
    outcome.set("");
    busy.set(true);
    doing.whenComplete((value, failure) ->
        ui.execute(() -> {
          busy.set(false);
          if (failure == null) {
            then.accept(value);
          } else {
            refusals.set(Refusals.of(failure));
          }
        }));
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /// Null until the relay has said.
  public ReadOnlyObjectProperty<@Nullable AccountSecurity> security() {
    return security.getReadOnlyProperty();
  }

  /// Whether a code waits to be entered.
  public ReadOnlyBooleanProperty codeSent() {
    return codeSent.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// What was done last; empty before.
  public ReadOnlyStringProperty outcome() {
    return outcome.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Refusals> refusals() {
    return refusals.getReadOnlyProperty();
  }

  public StringProperty code() {
    return code;
  }

  /// The new one.
  public StringProperty email() {
    return email;
  }

  public StringProperty emailPassword() {
    return emailPassword;
  }

  public StringProperty current() {
    return current;
  }

  public StringProperty next() {
    return next;
  }
}
