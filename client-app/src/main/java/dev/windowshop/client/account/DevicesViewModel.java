package dev.windowshop.client.account;

import dev.windowshop.protocol.Auth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Where one is signed in.
public final class DevicesViewModel {
  /// @param seen when it was last used, in words
  public record Device(String id, String name, String seen, boolean current) {}

  private final Safety safety;
  private final Executor ui;
  private final InstantSource clock;
  private final ObservableList<Device> devices = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  public DevicesViewModel(Safety safety, Executor ui, InstantSource clock) {
    this.safety = safety;
    this.ui = ui;
    this.clock = clock;
  }

  public void load() {
    then(safety.devices());
  }

  public void signOut(Device device) {
    then(safety.signOutDevice(device.id()).thenCompose(nothing -> safety.devices()));
  }

  public void signOutOthers() {
    then(safety.signOutOthers().thenCompose(nothing -> safety.devices()));
  }

  private void then(CompletableFuture<List<Auth.Session>> doing) {
    trouble.set("");
    busy.set(true);
    doing.whenComplete((sessions, failure) -> ui.execute(() -> ended(sessions, failure)));
  }

  private void ended(@Nullable List<Auth.Session> sessions, @Nullable Throwable failure) {
    busy.set(false);
    if (sessions == null) {
      trouble.set(failure == null ? "" : Refusals.of(failure).text());
      return;
    }
    Instant now = clock.instant();
    devices.setAll(
        sessions.stream()
            .sorted(
                Comparator.comparing(Auth.Session::current)
                    .thenComparing(Auth.Session::lastUsedAt)
                    .reversed())
            .map(session ->
                new Device(
                    session.id(),
                    name(session.device()),
                    session.current() ? "In use now" : seen(session.lastUsedAt(), now),
                    session.current()))
            .toList());
  }

  /// What calls itself `Windowshop on Linux` is shown as it is; a browser or a tool by its name.
  static String name(@Nullable String device) {
    if (device == null || device.isBlank()) {
      return "Some device";
    }
    String text = device.strip();
    if (text.startsWith("Mozilla/")) {
      return "A browser";
    }
    String first = text.contains(" on ") ? text : text.replaceFirst("[/ ].*", "");
    return first.length() > 60 ? first.substring(0, 59) + "…" : first;
  }

  static String seen(Instant last, Instant now) {
    Duration ago = Duration.between(last, now);
    if (ago.toMinutes() < 2) {
      return "Just now";
    }
    if (ago.toHours() < 1) {
      return ago.toMinutes() + " minutes ago";
    }
    if (ago.toHours() < 24) {
      return ago.toHours() == 1 ? "An hour ago" : ago.toHours() + " hours ago";
    }
    return ago.toDays() == 1 ? "Yesterday" : ago.toDays() + " days ago";
  }

  public ObservableList<Device> devices() {
    return devices;
  }

  /// Why it did not work; empty when nothing went wrong.
  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
