package dev.windowshop.client.call;

import dev.windowshop.client.call.CallState.Incoming;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.User;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Who rings, and for what. On the FX thread.
final class RingingViewModel {
  private final Consumer<List<String>> wanted;
  private final ReadOnlyBooleanWrapper ringing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper video = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper avatarUrl = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper knocking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canHold = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
  private @Nullable Call call;
  private Map<String, User> people = Map.of();

  /// @param wanted is told of people whose names are needed
  RingingViewModel(Consumer<List<String>> wanted) {
    this.wanted = wanted;
  }

  void show(Desk desk) {
    boolean knocks = !(desk.current() instanceof Incoming) && !desk.waiting().isEmpty();
    call =
        switch (desk.current()) {
          case Incoming incoming -> incoming.call();
          case CallState _ -> knocks ? desk.waiting().getFirst() : null;
        };
    knocking.set(knocks);
    canHold.set(knocks && desk.held() == null && desk.current().currentRoom() != null);
    refresh();
  }

  /// The call that rings.
  @Nullable Call call() {
    return call;
  }

  boolean isNot(String callId) {
    return call == null || !call.id().equals(callId);
  }

  /// Whether it rings while one is in another call.
  ReadOnlyBooleanProperty knocking() {
    return knocking.getReadOnlyProperty();
  }

  /// Whether the other call can wait meanwhile.
  ReadOnlyBooleanProperty canHold() {
    return canHold.getReadOnlyProperty();
  }

  void know(Map<String, User> users) {
    people = users;
    refresh();
  }

  ReadOnlyBooleanProperty ringing() {
    return ringing.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty video() {
    return video.getReadOnlyProperty();
  }

  ReadOnlyStringProperty name() {
    return name.getReadOnlyProperty();
  }

  /// Empty for none.
  ReadOnlyStringProperty avatarUrl() {
    return avatarUrl.getReadOnlyProperty();
  }

  ReadOnlyStringProperty line() {
    return line.getReadOnlyProperty();
  }

  private void refresh() {
    Call now = call;
    if (now == null) {
      ringing.set(false);
      return;
    }
    wanted.accept(List.of(now.initiatorId()));
    User caller = people.get(now.initiatorId());
    name.set(caller == null ? Words.SOMEBODY : caller.displayName());
    avatarUrl.set(caller == null || caller.avatarUrl() == null ? "" : caller.avatarUrl());
    video.set(now.media() == Call.Media.VIDEO);
    String kind = video.get() ? "Video call" : "Audio call";
    int more = now.participants().size() - 2;
    line.set(more < 1 ? kind : kind + " with you and " + more + (more == 1 ? " other" : " others"));
    ringing.set(true);
  }
}
