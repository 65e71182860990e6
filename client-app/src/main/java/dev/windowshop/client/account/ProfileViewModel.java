package dev.windowshop.client.account;

import dev.windowshop.protocol.Me;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The profile as it can be changed.
public final class ProfileViewModel {
  private final Accounts accounts;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<Account> account =
      new ReadOnlyObjectWrapper<>(new Account.Guest());
  private final StringProperty displayName = new SimpleStringProperty("");
  private final StringProperty bio = new SimpleStringProperty("");
  private final ObjectProperty<Lasting> bioLasts = new SimpleObjectProperty<>(Lasting.ALWAYS);
  private final InstantSource clock;
  private final ZoneId zone;
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");

  public ProfileViewModel(Accounts accounts, Executor ui) {
    this(accounts, ui, InstantSource.system(), ZoneId.systemDefault());
  }

  ProfileViewModel(Accounts accounts, Executor ui, InstantSource clock, ZoneId zone) {
    this.accounts = accounts;
    this.clock = clock;
    this.zone = zone;
    this.ui = ui;
    accounts.account().observe(now -> ui.execute(() -> show(now)));
  }

  private void show(Account now) {
    account.set(now);
    if (now instanceof Account.SignedIn signedIn) {
      displayName.set(signedIn.me().displayName());
      bio.set(signedIn.me().bio() == null ? "" : signedIn.me().bio());
    }
  }

  public void save() {
    Instant until = bio.get().isBlank() ? null : bioLasts.get().until(clock.instant(), zone);
    accounts
        .update(new Me.Patch(displayName.get().strip(), bio.get().strip(), null, until))
        .whenComplete((me, failure) ->
            ui.execute(() -> outcome.set(failure == null ? "Saved." : text(Refusals.of(failure)))));
  }

  private static String text(Refusals refusals) {
    return refusals.text().isEmpty()
        ? "The name " + String.join(", ", refusals.fields().values()) + "."
        : refusals.text();
  }

  public void signOut() {
    accounts.signOut();
  }

  public ReadOnlyObjectProperty<Account> account() {
    return account.getReadOnlyProperty();
  }

  public StringProperty displayName() {
    return displayName;
  }

  /// How long the line stays.
  public ObjectProperty<Lasting> bioLasts() {
    return bioLasts;
  }

  /// The "what I'm up to" line.
  public StringProperty bio() {
    return bio;
  }

  /// How the last saving went; empty before.
  public ReadOnlyStringProperty outcome() {
    return outcome.getReadOnlyProperty();
  }
}
