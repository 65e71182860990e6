package dev.windowshop.client.people;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One person's card.
public final class ProfileCardViewModel {
  private final Acquaintances people;
  private final Function<String, CompletableFuture<String>> openDirect;
  private final Executor ui;
  private final boolean self;
  private final ReadOnlyObjectWrapper<@Nullable User> person = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper contact = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper blocked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final List<Subscription> subscriptions;
  private final String userId;

  /// @param ownId of who looks
  public ProfileCardViewModel(
      String userId,
      @Nullable String ownId,
      Acquaintances people,
      Function<String, CompletableFuture<String>> openDirect,
      Executor ui) {
    this.userId = userId;
    this.people = people;
    this.openDirect = openDirect;
    this.ui = ui;
    this.self = userId.equals(ownId);
    this.subscriptions =
        List.of(
            people.contacts().observe(all -> ui.execute(() -> contact.set(has(all)))),
            people.blocked().observe(all -> ui.execute(() -> blocked.set(has(all)))));
    load();
  }

  private boolean has(List<User> all) {
    return all.stream().anyMatch(user -> user.id().equals(userId));
  }

  private void load() {
    then(people.person(userId), person::set);
  }

  public void toggleContact() {
    boolean add = !contact.get();
    then(
        people.setContact(userId, add),
        _ -> notice.set(add ? "They are in your contacts." : "No longer in your contacts."));
  }

  public void toggleBlocked() {
    boolean block = !blocked.get();
    then(
        people.setBlocked(userId, block),
        _ -> {
          notice.set(
              block
                  ? "Blocked. They can't reach you, and are not told."
                  : "Unblocked. You can reach each other again.");
          load();
        });
  }

  /// @param opened told the conversation's id
  public void open(Consumer<String> opened) {
    then(openDirect.apply(userId), opened);
  }

  private <T> void then(CompletionStage<T> asked, Consumer<? super T> done) {
    notice.set("");
    var unused =
        asked.whenComplete((value, failure) ->
            ui.execute(() -> {
              if (failure == null) {
                done.accept(value);
              } else {
                notice.set(Failures.said(failure));
              }
            }));
  }

  /// Whether they are there, in words; empty where it may not be seen.
  public static String presence(User user, Instant now) {
    PresenceStatus status = user.status();
    if (status == null) {
      return "";
    }
    return switch (status) {
      case ONLINE -> "Online";
      case AWAY -> "Away";
      case BUSY -> "Busy";
      case OFFLINE, UNKNOWN -> user.lastSeen() == null ? "" : lastSeen(user.lastSeen(), now);
    };
  }

  private static String lastSeen(Instant at, Instant now) {
    Duration ago = Duration.between(at, now);
    if (ago.toMinutes() < 2) {
      return "Here a moment ago";
    }
    if (ago.toHours() < 1) {
      return "Here " + ago.toMinutes() + " minutes ago";
    }
    if (ago.toHours() < 48) {
      return ago.toHours() == 1 ? "Here an hour ago" : "Here " + ago.toHours() + " hours ago";
    }
    return ago.toDays() > 30 ? "Here more than a month ago" : "Here " + ago.toDays() + " days ago";
  }

  public boolean self() {
    return self;
  }

  /// Null until known.
  public ReadOnlyObjectProperty<@Nullable User> person() {
    return person.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty contact() {
    return contact.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty blocked() {
    return blocked.getReadOnlyProperty();
  }

  /// How the last thing went, as a sentence; empty before.
  public ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }

  public void close() {
    subscriptions.forEach(Subscription::close);
  }
}
