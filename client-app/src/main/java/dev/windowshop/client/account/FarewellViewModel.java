package dev.windowshop.client.account;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Taking one's data along, and leaving for good.
public final class FarewellViewModel {
  private final Safety safety;
  private final Executor ui;
  private final Runnable gone;
  private final StringProperty username = new SimpleStringProperty("");
  private final StringProperty typed = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper exported = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper exporting = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper deleting = new ReadOnlyBooleanWrapper();
  private final BooleanBinding mayDelete =
      Bindings.createBooleanBinding(
          () ->
              !username.get().isEmpty()
                  && typed.get().strip().equalsIgnoreCase(username.get())
                  && !deleting.get(),
          username,
          typed,
          deleting);

  /// @param gone what follows once the account is deleted
  public FarewellViewModel(Safety safety, Executor ui, Runnable gone) {
    this.safety = safety;
    this.ui = ui;
    this.gone = gone;
  }

  public void export(Path file) {
    exporting.set(true);
    exported.set("Gathering what there is…");
    safety
        .export(file, bytes -> ui.execute(() -> progress(bytes)))
        .whenComplete((nothing, failure) ->
            ui.execute(() -> {
              exporting.set(false);
              exported.set(
                  failure == null ? "Saved as " + file.getFileName() + "." : words(failure, file));
            }));
  }

  private void progress(long bytes) {
    if (exporting.get()) {
      exported.set("Fetching… " + size(bytes));
    }
  }

  private static String words(Throwable failure, Path file) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof java.io.UncheckedIOException
        ? file.getFileName() + " can't be written there. Choose another folder."
        : Refusals.of(failure).text();
  }

  static String size(long bytes) {
    return bytes < 1_000_000
        ? Math.ceilDiv(bytes, 1000) + " kB"
        : String.format(java.util.Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  public void delete() {
    if (!mayDelete.get()) {
      return;
    }
    trouble.set("");
    deleting.set(true);
    CompletableFuture<Void> doing = safety.delete(password.get().isEmpty() ? null : password.get());
    doing.whenComplete((nothing, failure) ->
        ui.execute(() -> {
          deleting.set(false);
          if (failure == null) {
            typed.set("");
            password.set("");
            gone.run();
          } else {
            Refusals refusals = Refusals.of(failure);
            trouble.set(
                refusals.text().isEmpty()
                    ? refusals.of("password", "The password")
                    : refusals.text());
          }
        }));
  }

  /// What has to be typed to confirm.
  public StringProperty username() {
    return username;
  }

  public StringProperty typed() {
    return typed;
  }

  public StringProperty password() {
    return password;
  }

  public BooleanBinding mayDelete() {
    return mayDelete;
  }

  /// How the export goes, or went.
  public ReadOnlyStringProperty exported() {
    return exported.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty exporting() {
    return exporting.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty deleting() {
    return deleting.getReadOnlyProperty();
  }

  /// Why the account was not deleted; empty when nothing went wrong.
  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }
}
