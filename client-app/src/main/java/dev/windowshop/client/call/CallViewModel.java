package dev.windowshop.client.call;

import dev.windowshop.client.call.CallState.Active;
import dev.windowshop.client.call.CallState.Dialling;
import dev.windowshop.client.call.CallState.Ended;
import dev.windowshop.client.call.CallState.Idle;
import dev.windowshop.client.call.CallState.Incoming;
import dev.windowshop.client.call.CallState.Joining;
import dev.windowshop.client.call.CallState.Outgoing;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.MediaEvent.Connection;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the call looks like: tiles, words and what can be pressed. On the FX thread.
final class CallViewModel {
  private final Clock clock;
  private final Consumer<List<String>> wanted;
  private final Predicate<String> mayEnd;
  private final Supplier<String> self;
  private final ObservableList<TileViewModel> tiles = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper inCall = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper cameraOn = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper onHold = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper handRaised = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper main = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper speakerView = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper pushToTalk = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");
  private final BooleanProperty showDetails = new SimpleBooleanProperty();
  private final BooleanProperty choosingDevices = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable List<Shareable>> screens =
      new ReadOnlyObjectWrapper<>();
  private final BooleanProperty choosingScreen = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper sharing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper shared = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper endable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper knocking = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable CallLink> link = new ReadOnlyObjectWrapper<>();
  private List<CallLink.Knock> knocks = List.of();
  private CallState state = new Idle();
  private @Nullable Room held;
  private final Spotlight spotlight = new Spotlight();
  private Known people = new Known(Map.of());
  private CallReach reach = CallReach.NOWHERE;
  private final ReadOnlyBooleanWrapper repeatable = new ReadOnlyBooleanWrapper();

  /// @param wanted is told of people whose names are needed
  /// @param mayEnd whether this user ends calls of a conversation for everybody in it
  /// @param self one's own user id, empty for nobody
  CallViewModel(
      Clock clock, Consumer<List<String>> wanted, Predicate<String> mayEnd, Supplier<String> self) {
    this.clock = clock;
    this.mayEnd = mayEnd;
    this.self = self;
    // There is room for one of them beside the conversation.
    showDetails.subscribe((_, shown) -> {
      shutOthers(shown, choosingDevices, choosingScreen);
      refresh();
    });
    choosingDevices.subscribe((_, shown) -> shutOthers(shown, showDetails, choosingScreen));
    choosingScreen.subscribe((_, shown) -> shutOthers(shown, showDetails, choosingDevices));
    this.wanted = wanted;
  }

  private static void shutOthers(boolean shown, BooleanProperty one, BooleanProperty other) {
    if (shown) {
      one.set(false);
      other.set(false);
    }
  }

  /// Whether something of these is shown below the tiles.
  boolean isPanelShown() {
    return showDetails.get() || choosingDevices.get() || choosingScreen.get();
  }

  void show(Desk next) {
    state = next.current();
    held = next.held();
    knocks = next.lobby().knocks();
    refresh();
  }

  /// Who wants to be let in, in words; empty for nobody.
  ReadOnlyStringProperty knocking() {
    return knocking.getReadOnlyProperty();
  }

  /// The knock that [#knocking()] is about.
  CallLink.@Nullable Knock knock() {
    Room room = state.currentRoom();
    return room == null
        ? null
        : knocks.stream()
            .filter(one -> one.callId().equals(room.callId()))
            .findFirst()
            .orElse(null);
  }

  private String knockWords() {
    CallLink.Knock first = knock();
    if (first == null) {
      return "";
    }
    long more = knocks.stream().filter(one -> one.callId().equals(first.callId())).count() - 1;
    String words = first.user().displayName() + " wants to join";
    return more == 0 ? words : words + " \u00B7 " + more + " more";
  }

  /// The link into this call that one has made, null for none.
  ReadOnlyObjectProperty<@Nullable CallLink> link() {
    return link.getReadOnlyProperty();
  }

  void know(@Nullable CallLink made) {
    link.set(made);
    refresh();
  }

  /// It is valid all the same, and among one's own links.
  void linkRead() {
    link.set(null);
  }

  /// The call that one is in, null for none.
  @Nullable String callId() {
    Room room = state.currentRoom();
    return room == null ? null : room.callId();
  }

  /// Where the call is, or who rings; null for nowhere that is known here.
  @Nullable String conversationId() {
    return state.currentConversation();
  }

  /// Who waits in the call on hold, empty for nobody.
  ReadOnlyStringProperty onHold() {
    return onHold.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty handRaised() {
    return handRaised.getReadOnlyProperty();
  }

  /// Whose tile is large, empty for all alike.
  ReadOnlyStringProperty main() {
    return main.getReadOnlyProperty();
  }

  /// Whether whoever speaks is shown large.
  ReadOnlyBooleanProperty speakerView() {
    return speakerView.getReadOnlyProperty();
  }

  void toggleLayout() {
    speakerView.set(!speakerView.get());
    refresh();
  }

  ReadOnlyBooleanProperty pushToTalk() {
    return pushToTalk.getReadOnlyProperty();
  }

  void setPushToTalk(boolean on) {
    pushToTalk.set(on);
  }

  /// Whether the space bar is for speaking now.
  boolean talksByPushing() {
    return pushToTalk.get() && inCall.get();
  }

  /// How the connections are in figures, empty while nobody wants to know.
  ReadOnlyStringProperty details() {
    return details.getReadOnlyProperty();
  }

  /// A device that came or went, empty for none.
  ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }

  BooleanProperty showDetails() {
    return showDetails;
  }

  /// What can be shared, null until that is known.
  ReadOnlyObjectProperty<@Nullable List<Shareable>> screens() {
    return screens.getReadOnlyProperty();
  }

  void know(List<Shareable> found) {
    screens.set(found);
  }

  BooleanProperty choosingScreen() {
    return choosingScreen;
  }

  /// Whether one shares a screen or a window.
  ReadOnlyBooleanProperty sharing() {
    return sharing.getReadOnlyProperty();
  }

  /// What one shares, in words.
  ReadOnlyStringProperty shared() {
    return shared.getReadOnlyProperty();
  }

  /// Whether the devices are on show.
  BooleanProperty choosingDevices() {
    return choosingDevices;
  }

  /// Whether this user may end this call for everybody.
  ReadOnlyBooleanProperty endable() {
    return endable.getReadOnlyProperty();
  }

  void know(Map<String, User> users) {
    people = new Known(users);
    refresh();
  }

  void know(CallReach now) {
    reach = now;
    refresh();
  }

  /// A second has passed.
  void tick() {
    status.set(statusOf(state));
  }

  ObservableList<TileViewModel> tiles() {
    return tiles;
  }

  /// From dialling or accepting until the end has been read.
  ReadOnlyBooleanProperty active() {
    return active.getReadOnlyProperty();
  }

  /// While there is something to hang up.
  ReadOnlyBooleanProperty inCall() {
    return inCall.getReadOnlyProperty();
  }

  /// While it says how the call ended.
  ReadOnlyBooleanProperty over() {
    return over.getReadOnlyProperty();
  }

  /// Whether the call that is over can be made again.
  ReadOnlyBooleanProperty repeatable() {
    return repeatable.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty muted() {
    return muted.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty cameraOn() {
    return cameraOn.getReadOnlyProperty();
  }

  ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  ReadOnlyStringProperty status() {
    return status.getReadOnlyProperty();
  }

  /// The call that ended, to be made again.
  @Nullable Ended ended() {
    return state instanceof Ended ended ? ended : null;
  }

  private void refresh() {
    Room room = state.currentRoom();
    wanted.accept(everybody());
    over.set(state instanceof Ended);
    repeatable.set(
        state instanceof Ended ended && reach.callable().contains(ended.conversationId()));
    inCall.set(
        state instanceof Dialling
            || state instanceof Joining
            || state instanceof Outgoing
            || state instanceof Active);
    muted.set(room != null && room.local().muted());
    handRaised.set(room != null && room.local().handRaised());
    ScreenSource source = room == null ? null : room.local().sharing();
    sharing.set(source != null);
    shared.set(source == null ? "" : Words.of(source));
    choosingScreen.set(choosingScreen.get() && inCall.get() && !sharing.get());
    choosingDevices.set(choosingDevices.get() && inCall.get());
    notice.set(room == null ? "" : Words.notice(room.local()));
    details.set(room == null || !showDetails.get() ? "" : details(room));
    cameraOn.set(room != null && room.local().cameraOn());
    Room waiting = held;
    knocking.set(knockWords());
    CallLink made = link.get();
    if (made != null && (room == null || !room.callId().equals(made.callId()))) {
      link.set(null);
    }
    onHold.set(
        waiting == null
            ? ""
            : Words.names(
                waiting.peers().stream().map(peer -> people.name(peer.userId())).toList()));
    endable.set(room != null && mayEnd.test(room.conversationId()));
    title.set(titleOf(state));
    status.set(statusOf(state));
    showTiles(room == null ? Map.of() : new TileLooks(people, self.get()).of(room));
    main.set(room == null ? "" : spotlight.large(room, speakerView.get()));
    active.set(inCall.get() || over.get());
  }

  private String details(Room room) {
    List<String> lines = new ArrayList<>();
    for (Peer peer : room.peers()) {
      MediaEvent.Stats stats = peer.signs().stats();
      lines.add(
          people.name(peer.userId())
              + "\n"
              + (stats == null ? "No figures yet" : Reception.details(stats)));
    }
    return String.join("\n\n", lines);
  }

  /// Tiles stay the same objects while their people stay, so that pictures do not flicker.
  private void showTiles(Map<String, TileViewModel.Look> looks) {
    tiles.removeIf(tile -> !looks.containsKey(tile.userId()));
    looks.forEach((userId, look) -> {
      TileViewModel tile =
          tiles.stream().filter(t -> t.userId().equals(userId)).findFirst().orElse(null);
      if (tile == null) {
        tile = new TileViewModel(userId, userId.isEmpty());
        tile.show(look);
        tiles.add(tile);
      } else {
        tile.show(look);
      }
    });
  }

  private String titleOf(CallState shown) {
    return switch (shown) {
      case Idle idle -> "";
      case Incoming incoming -> "";
      case Dialling dialling -> "Calling…";
      case Joining joining -> names();
      case Outgoing outgoing -> names();
      case Active active -> names();
      case Ended ended -> Words.heading(ended.reason());
    };
  }

  private String statusOf(CallState shown) {
    return switch (shown) {
      case Idle idle -> "";
      case Incoming incoming -> "";
      case Dialling dialling -> "";
      case Joining joining -> "Joining…";
      case Outgoing outgoing -> outgoing.room().mediaOpen() ? "Ringing…" : "Restarting the camera…";
      case Active active -> statusOf(active.room());
      case Ended ended -> Words.of(ended, names());
    };
  }

  private String statusOf(Room room) {
    if (!room.mediaOpen()) {
      return "Picture and sound are coming back…";
    }
    boolean seen = room.peers().stream().anyMatch(p -> p.connection() == Connection.CONNECTED);
    if (room.link() != Room.Link.JOINED && !seen) {
      return "Reconnecting…";
    }
    Instant since = room.since();
    if (room.peers().isEmpty()) {
      return "Nobody else is here yet.";
    }
    return since == null ? "" : Words.clock(Duration.between(since, clock.instant()));
  }

  private String names() {
    return Words.names(others().stream().map(people::name).toList());
  }

  private List<String> everybody() {
    List<String> all = new ArrayList<>(others());
    if (!self.get().isEmpty() && state.currentRoom() != null) {
      all.add(self.get());
    }
    return all;
  }

  private List<String> others() {
    return switch (state) {
      case Idle idle -> List.of();
      case Dialling dialling -> List.of();
      case Incoming incoming -> List.of(incoming.call().initiatorId());
      case Joining joining -> List.of(joining.call().initiatorId());
      case Outgoing outgoing -> TileLooks.people(outgoing.room());
      case Active active -> TileLooks.people(active.room());
      case Ended ended -> ended.others();
    };
  }
}
