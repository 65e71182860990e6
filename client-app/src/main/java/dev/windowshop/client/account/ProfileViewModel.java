package dev.windowshop.client.account;

import dev.windowshop.protocol.Me;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
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
  private String known = "";
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
      known = signedIn.me().bio() == null ? "" : signedIn.me().bio();
      bio.set(known);
      bioLasts.set(Lasting.ALWAYS);
    }
  }

  public void save() {
    String line = bio.get().strip();
    Instant until = line.isEmpty() ? null : bioLasts.get().until(clock.instant(), zone);
    // A line that is left alone keeps its end.
    boolean same = line.equals(known) && bioLasts.get() == Lasting.ALWAYS;
    accounts
        .update(new Me.Patch(displayName.get().strip(), same ? null : line, null, until, null))
        .whenComplete((me, failure) ->
            ui.execute(() -> outcome.set(failure == null ? "Saved." : text(Refusals.of(failure)))));
  }

  public void changePicture(Path picture) {
    outcome.set("Sending your picture…");
    told(accounts.changePicture(picture), "That is you now.");
  }

  public void removePicture() {
    told(accounts.update(new Me.Patch(null, null, "", null, null)), "Your picture is gone.");
  }

  private void told(CompletableFuture<Me> asked, String done) {
    asked.whenComplete((me, failure) ->
        ui.execute(() -> outcome.set(failure == null ? done : text(Refusals.of(failure)))));
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
