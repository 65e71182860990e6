package dev.windowshop.client.account;

import dev.windowshop.protocol.AccountSecurity;
import dev.windowshop.protocol.Oidc;
import java.util.ArrayList;
import java.util.List;
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

/// The providers that sign one in to the account that one is signed in to: connecting another, and
/// letting go of one. Both take the account's password, where it has one.
public final class ConnectionsViewModel {
  /// One provider.
  public sealed interface Row {
    String name();

    /// It signs one in.
    record Connected(String issuer, String name) implements Row {}

    /// It could.
    record Offered(Oidc.Provider provider) implements Row {
      @Override
      public String name() {
        return provider.name();
      }
    }
  }

  /// Where one is in it.
  public sealed interface Step {
    record Looking() implements Step {}

    /// The password is asked for.
    record Confirming(Row row) implements Step {}

    record Waiting(String provider) implements Step {}
  }

  private final SignIns signIns;
  private final Safety safety;
  private final Executor ui;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Looking());
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final StringProperty password = new SimpleStringProperty("");
  private List<Oidc.Provider> providers = List.of();
  private @Nullable AccountSecurity security;
  private SignIns.@Nullable Attempt attempt;

  public ConnectionsViewModel(SignIns signIns, Safety safety, Executor ui) {
    this.signIns = signIns;
    this.safety = safety;
    this.ui = ui;
  }

  /// Asks which providers there are and which are connected.
  public void load() {
    signIns
        .providers()
        .whenComplete((found, _) ->
            ui.execute(() -> {
              if (found != null) {
                providers = found;
                fill();
              }
            }));
    look();
  }

  private void look() {
    safety
        .security()
        .whenComplete((now, _) ->
            ui.execute(() -> {
              if (now != null) {
                security = now;
                fill();
              }
            }));
  }

  private void fill() {
    AccountSecurity known = security;
    if (known == null) {
      return;
    }
    List<Row> all = new ArrayList<>();
    for (AccountSecurity.Identity identity : known.identities()) {
      all.add(new Row.Connected(identity.issuer(), identity.name()));
    }
    for (Oidc.Provider provider : providers) {
      if (known.identities().stream().noneMatch(one -> provider.id().equals(one.provider()))) {
        all.add(new Row.Offered(provider));
      }
    }
    if (!all.equals(rows)) {
      rows.setAll(all);
    }
  }

  /// Connects it, or lets go of it: at once where there is no password to ask for.
  public void choose(Row row) {
    cancel();
    outcome.set("");
    AccountSecurity known = security;
    if (known != null && known.hasPassword()) {
      step.set(new Step.Confirming(row));
    } else {
      begin(row, null);
    }
  }

  /// With the password that was asked for.
  public void confirm() {
    if (step.get() instanceof Step.Confirming(Row row)) {
      if (password.get().isEmpty()) {
        trouble.set("Fill in your password.");
        return;
      }
      begin(row, password.get());
    }
  }

  private void begin(Row row, @Nullable String secret) {
    trouble.set("");
    switch (row) {
      case Row.Connected(String issuer, String name) -> {
        busy.set(true);
        safety
            .disconnect(issuer, secret)
            .whenComplete((_, failure) ->
                ui.execute(() -> {
                  busy.set(false);
                  if (failure == null) {
                    done(name + " no longer signs you in.");
                  } else {
                    trouble.set(said(failure));
                  }
                }));
      }
      case Row.Offered(Oidc.Provider provider) -> connect(provider, secret);
    }
  }

  private void connect(Oidc.Provider provider, @Nullable String secret) {
    address.set("");
    step.set(new Step.Waiting(provider.name()));
    SignIns.Attempt begun = signIns.connect(provider, secret);
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
        .whenComplete((_, failure) ->
            ui.execute(() -> {
              if (attempt != begun) {
                return;
              }
              attempt = null;
              if (failure == null) {
                done("From now on, " + provider.name() + " signs you in as well.");
              } else {
                step.set(new Step.Looking());
                trouble.set(failure instanceof CancellationException ? "" : said(failure));
              }
            }));
  }

  private static String said(Throwable failure) {
    Refusals refusals = Refusals.of(failure);
    return refusals.text().isEmpty() ? refusals.of("password", "The password") : refusals.text();
  }

  private void done(String words) {
    password.set("");
    step.set(new Step.Looking());
    outcome.set(words);
    look();
  }

  /// Gives up what is under way.
  public void cancel() {
    SignIns.Attempt under = attempt;
    attempt = null;
    if (under != null) {
      under.cancel().run();
    }
    password.set("");
    trouble.set("");
    step.set(new Step.Looking());
  }

  public ObservableList<Row> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /// What was done last; empty before.
  public ReadOnlyStringProperty outcome() {
    return outcome.getReadOnlyProperty();
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

  public StringProperty password() {
    return password;
  }
}
