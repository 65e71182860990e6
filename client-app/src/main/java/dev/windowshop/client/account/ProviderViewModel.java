package dev.windowshop.client.account;

import dev.windowshop.protocol.Oidc;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Signing in through a provider: choosing one, waiting for the browser, linking an account that is
/// there already.
public final class ProviderViewModel {
  /// Where one is in it.
  public sealed interface Step {
    record Choosing() implements Step {}

    record Waiting(String provider) implements Step {}

    /// @param words what happened and what to do
    record Linking(String provider, String words) implements Step {}
  }

  private final SignIns signIns;
  private final Executor ui;
  private final Runnable done;
  private final ObservableList<Oidc.Provider> providers = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Choosing());
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final StringProperty password = new SimpleStringProperty("");
  private SignIns.@Nullable Attempt attempt;
  private String linkToken = "";

  /// @param done what follows once one is signed in
  public ProviderViewModel(SignIns signIns, Executor ui, Runnable done) {
    this.signIns = signIns;
    this.ui = ui;
    this.done = done;
  }

  /// Looks which providers there are.
  public void load() {
    signIns
        .providers()
        .whenComplete((found, failure) ->
            ui.execute(() -> {
              if (found != null && !found.equals(providers)) {
                providers.setAll(found);
              }
            }));
  }

  public void choose(Oidc.Provider provider) {
    cancel();
    trouble.set("");
    address.set("");
    step.set(new Step.Waiting(provider.name()));
    SignIns.Attempt begun = signIns.with(provider);
    attempt = begun;
    begun
        .address()
        .thenAccept(page ->
            ui.execute(() -> {
              if (attempt == begun) {
                address.set(page);
              }
            }));
    begun
        .outcome()
        .whenComplete(
            (outcome, failure) -> ui.execute(() -> ended(begun, provider, outcome, failure)));
  }

  private void ended(
      SignIns.Attempt of,
      Oidc.Provider provider,
      SignIns.@Nullable Outcome outcome,
      @Nullable Throwable failure) {
    if (attempt != of) {
      return;
    }
    attempt = null;
    switch (outcome) {
      case SignIns.Outcome.Connected _, SignIns.Outcome.In _ -> {
        step.set(new Step.Choosing());
        done.run();
      }
      case SignIns.Outcome.ToLink(String token, String words) -> {
        linkToken = token;
        step.set(new Step.Linking(provider.name(), words));
      }
      case null -> {
        step.set(new Step.Choosing());
        if (failure != null && !(failure instanceof CancellationException)) {
          trouble.set(Refusals.of(failure).text());
        }
      }
    }
  }

  /// Gives up what is under way.
  public void cancel() {
    SignIns.Attempt under = attempt;
    attempt = null;
    if (under != null) {
      under.cancel().run();
    }
    linkToken = "";
    password.set("");
    trouble.set("");
    step.set(new Step.Choosing());
  }

  public void link() {
    if (password.get().isEmpty()) {
      trouble.set("Fill in the password of your account.");
      return;
    }
    trouble.set("");
    busy.set(true);
    signIns
        .link(linkToken, password.get())
        .whenComplete((me, failure) ->
            ui.execute(() -> {
              busy.set(false);
              if (failure == null) {
                password.set("");
                step.set(new Step.Choosing());
                done.run();
              } else {
                trouble.set(Refusals.of(failure).text());
              }
            }));
  }

  public ObservableList<Oidc.Provider> providers() {
    return providers;
  }

  public ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /// Why it did not work; empty when nothing went wrong.
  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  /// Of the provider's page, for a browser that did not open; empty until it is known.
  public ReadOnlyStringProperty address() {
    return address.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// Of the account to link.
  public StringProperty password() {
    return password;
  }
}
