package dev.windowshop.client.call;

import dev.windowshop.client.call.CallState.Active;
import dev.windowshop.client.call.CallState.Dialling;
import dev.windowshop.client.call.CallState.Ended;
import dev.windowshop.client.call.CallState.Idle;
import dev.windowshop.client.call.CallState.Incoming;
import dev.windowshop.client.call.CallState.Joining;
import dev.windowshop.client.call.CallState.Outgoing;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.protocol.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// More than one call: who knocks while one is in a call, the one on hold, and which of them an
/// event is about. Pure; [CallReducer] has the life of each.
final class DeskReducer {
  /// Where an event leads, and what is to be done then, in order.
  record Move(Desk desk, List<CallEffect> effects) {
    static Move to(Desk desk, CallEffect... effects) {
      return new Move(desk, List.of(effects));
    }

    Move then(UnaryMove next) {
      return and(next.from(desk));
    }

    Move and(Move after) {
      List<CallEffect> all = new ArrayList<>(effects);
      all.addAll(after.effects());
      return new Move(after.desk(), List.copyOf(all));
    }
  }

  /// What follows from where one is by then.
  @FunctionalInterface
  interface UnaryMove {
    Move from(Desk desk);
  }

  private final String self;
  private final CallReducer one;
  private final LobbyPhase door;

  /// @param self the signed-in user's id
  DeskReducer(String self, LocalSources sources) {
    this.self = self;
    this.one = new CallReducer(self, sources);
    this.door = new LobbyPhase(self);
  }

  Move reduce(Desk desk, CallEvent event) {
    return switch (event) {
      case CallEvent.Rang rang when isOccupied(desk) -> knocks(desk, rang.call());
      case CallEvent.Dialled dialled when isTalking(desk) -> dial(desk, dialled);
      case CallEvent.WaitingAccepted accepted -> accept(desk, accepted);
      case CallEvent.WaitingDeclined declined ->
          Move.to(
              desk.withoutWaiting(declined.callId()), new CallEffect.Decline(declined.callId()));
      case CallEvent.Swapped _ -> swap(desk);
      case CallEvent.JoinedRunning join -> join(desk, join.conversationId());
      case CallEvent.Changed changed -> changed(desk.knowing(changed.now()), changed);
      case CallEvent.Connected _ ->
          both(desk.knowingNothing(), event)
              .then(after -> atTheDoor(after, door.connected(after.lobby())));
      case CallEvent.SourcesChosen _ -> both(desk, event);
      case CallEvent.Disconnected _ ->
          both(
              desk.withWaiting(List.of()).knowingNothing().with(desk.lobby().disconnected()),
              event);
      case CallEvent.Knocked knocked ->
          atTheDoor(desk, door.changed(desk.lobby(), knocked.knock()));
      case CallEvent.KnockTaken taken -> atTheDoor(desk, door.taken(desk.lobby(), taken));
      case CallEvent.KnockFailed failed -> atTheDoor(desk, door.failed(desk.lobby(), failed));
      case CallEvent.KnockedAt at -> atTheDoor(desk, door.knockedAt(desk.lobby(), at));
      case CallEvent.KnockEnded _ -> atTheDoor(desk, door.ended(desk.lobby()));
      case CallEvent.KnockAnswered answered ->
          atTheDoor(desk, door.answered(desk.lobby(), answered));
      case CallEvent.SignedOut _ ->
          both(
              desk.withWaiting(List.of()).knowingNothing().withUnheard(Map.of()).with(Lobby.EMPTY),
              event);
      case CallEvent.Deafened deafened -> hear(desk, deafened);
      case CallEvent.Recalled recalled -> current(desk.withUnheard(recalled.unheard()), event);
      case CallEvent.Placed placed -> Move.to(desk.placed(placed.device()));
      case CallEvent.Media media -> media(desk, media);
      case CallEvent.Signalled signalled -> about(desk, signalled.signal().callId(), event);
      case CallEvent.Entered entered -> about(desk, entered.call().id(), event);
      case CallEvent.NotEntered failed -> about(desk, failed.key(), event);
      case CallEvent.Waited waited -> about(desk, waited.key(), event);
      case CallEvent other -> current(desk, other);
    };
  }

  /// Whoever was let in joins at once.
  private static Move atTheDoor(Desk desk, LobbyPhase.Turn turn) {
    Move move = new Move(desk.with(turn.lobby()), turn.effects());
    Call call = turn.enter();
    return call == null || desk.isAt(call.id())
        ? move
        : move.and(enter(move.desk(), call, false, call.media() == Call.Media.VIDEO, true));
  }

  private Move hear(Desk desk, CallEvent.Deafened deafened) {
    Room room = desk.current().currentRoom();
    if (room == null) {
      return Move.to(desk);
    }
    Desk next = desk.hearing(room.callId(), deafened.userId(), deafened.deaf());
    return keeping(desk, next).and(current(next, deafened));
  }

  private static Move keeping(Desk before, Desk after) {
    return before.unheard().equals(after.unheard())
        ? Move.to(after)
        : Move.to(after, new CallEffect.KeepUnheard(after.unheard()));
  }

  private static boolean isTalking(Desk desk) {
    return desk.current() instanceof Active || desk.current() instanceof Outgoing;
  }

  private static boolean isOccupied(Desk desk) {
    return isTalking(desk)
        || desk.current() instanceof Joining
        || desk.current() instanceof Dialling;
  }

  private Move knocks(Desk desk, Call call) {
    boolean rings =
        call.participants().stream()
            .anyMatch(p -> p.userId().equals(self) && CallReducer.isAwaited(p));
    boolean isDialled =
        desk.current() instanceof Dialling dialling
            && dialling.conversationId().equals(call.conversationId());
    if (!rings || isDialled || desk.isAt(call.id())) {
      return Move.to(desk);
    }
    List<Call> waiting = new ArrayList<>(desk.withoutWaiting(call.id()).waiting());
    waiting.add(call);
    return Move.to(desk.withWaiting(waiting));
  }

  /// Calling somebody else puts the call that one is in on hold.
  private static Move dial(Desk desk, CallEvent.Dialled dialled) {
    Room room = desk.current().currentRoom();
    if (room == null || room.conversationId().equals(dialled.conversationId())) {
      return Move.to(desk);
    }
    Room held = desk.held();
    if (held != null) {
      return held.conversationId().equals(dialled.conversationId()) ? swap(desk) : Move.to(desk);
    }
    return Move.to(
        desk.withHeld(room)
            .withCurrent(new Dialling(dialled.conversationId(), dialled.media(), Early.NONE)),
        hold(room, true),
        new CallEffect.Start(dialled.conversationId(), dialled.media(), true));
  }

  private static Move accept(Desk desk, CallEvent.WaitingAccepted accepted) {
    Call call = find(desk, accepted.callId());
    if (call == null) {
      return Move.to(desk);
    }
    return enter(
        desk.withoutWaiting(call.id()), call, false, accepted.withVideo(), accepted.holding());
  }

  /// Joins a call that runs without us. One that one is in elsewhere moves here, with the
  /// microphone and the camera as they were there.
  private Move join(Desk desk, String conversationId) {
    var running = desk.running().get(conversationId);
    if (running == null || desk.isAt(running.callId())) {
      return Move.to(desk);
    }
    String first =
        running.participants().isEmpty() ? "" : running.participants().getFirst().userId();
    Call call =
        new Call(
            running.callId(),
            conversationId,
            running.media(),
            running.state(),
            null,
            first,
            running.participants(),
            java.time.Instant.EPOCH,
            null,
            null,
            0);
    Desk without = desk.withoutWaiting(call.id());
    Call.Device device = desk.places().get(call.id());
    return device == null || CallReducer.isOutOf(running, self)
        ? enter(without, call, false, call.media() == Call.Media.VIDEO, true)
        : enter(without, call, device.muted(), device.cameraOn(), true);
  }

  private static Move enter(
      Desk desk, Call call, boolean muted, boolean withVideo, boolean holding) {
    Room room = desk.current().currentRoom();
    List<Call> waiting = new ArrayList<>(desk.waiting());
    if (desk.current() instanceof Incoming incoming) {
      waiting.add(incoming.call());
      waiting.addAll(incoming.waiting());
      waiting.removeIf(other -> other.id().equals(call.id()));
    }
    Desk on =
        desk.withWaiting(waiting).withCurrent(new Joining(call, muted, withVideo, Early.NONE));
    if (room == null) {
      return Move.to(on, new CallEffect.Join(call.id(), false));
    }
    if (holding && desk.held() == null) {
      return Move.to(on.withHeld(room), hold(room, true), new CallEffect.Join(call.id(), true));
    }
    return Move.to(
        on,
        new CallEffect.Leave(room.callId()),
        new CallEffect.Media(new MediaCommand.CloseCall(room.callId())),
        new CallEffect.Join(call.id(), false));
  }

  private static Move swap(Desk desk) {
    Room room = desk.current().currentRoom();
    Room held = desk.held();
    if (room == null || held == null) {
      return Move.to(desk);
    }
    return Move.to(
        desk.withHeld(room).withCurrent(RoomPhase.wrap(held)),
        hold(room, true),
        hold(held, false),
        new CallEffect.Hold(held.callId(), false));
  }

  private Move changed(Desk desk, CallEvent.Changed changed) {
    String callId = changed.now().callId();
    boolean rings =
        changed.now().state() != Call.State.ENDED
            && changed.now().participants().stream()
                .anyMatch(p -> p.userId().equals(self) && CallReducer.isAwaited(p));
    Desk now = rings ? desk : desk.withoutWaiting(callId);
    Desk heard = changed.now().state() == Call.State.ENDED ? now.hearingAllOf(callId) : now;
    return keeping(now, heard).and(about(heard, callId, changed));
  }

  private Move media(Desk desk, CallEvent.Media media) {
    return switch (media.event()) {
      case MediaEvent.Died _ -> both(desk, media);
      case MediaEvent.Restarted _ -> both(desk, media);
      case MediaEvent event -> {
        Room held = desk.held();
        yield held != null && held.callId().equals(event.call())
            ? held(desk, held, media)
            : current(desk, media);
      }
    };
  }

  private Move both(Desk desk, CallEvent event) {
    Room held = desk.held();
    Move first = held == null ? Move.to(desk) : held(desk, held, event);
    return first.and(current(first.desk(), event));
  }

  /// @param key the id of a call, or of a conversation that is dialled
  private Move about(Desk desk, String key, CallEvent event) {
    Room held = desk.held();
    return held != null && held.callId().equals(key)
        ? held(desk, held, event)
        : current(desk, event);
  }

  private Move held(Desk desk, Room held, CallEvent event) {
    Step step = hushed(desk, one.reduce(RoomPhase.wrap(held), event));
    Room after = step.state().currentRoom();
    List<CallEffect> effects = new ArrayList<>();
    for (CallEffect effect : step.effects()) {
      effects.add(effect);
      // A media process that was started again knows of no hold.
      if (effect instanceof CallEffect.Media media
          && media.command() instanceof MediaCommand.OpenCall) {
        effects.add(hold(held, true));
      }
    }
    return new Move(desk.withHeld(after), List.copyOf(effects));
  }

  private Move current(Desk desk, CallEvent event) {
    Step step = hushed(desk, one.reduce(desk.current(), event));
    Move move = new Move(desk.withCurrent(step.state()), step.effects());
    return move.and(afterwards(move.desk()));
  }

  /// Who is not to be heard is not, however often they leave and come back.
  private static Step hushed(Desk desk, Step step) {
    Room room = step.state().currentRoom();
    if (room == null || desk.unheardIn(room.callId()).isEmpty()) {
      return step;
    }
    Set<String> unheard = desk.unheardIn(room.callId());
    List<CallEffect> effects = new ArrayList<>(step.effects());
    Room after = room;
    for (Peer peer : room.peers()) {
      if (unheard.contains(peer.userId()) && !peer.signs().deaf()) {
        after = after.withPeer(peer.key(), p -> p.with(signs -> signs.withDeaf(true)));
        effects.add(
            new CallEffect.Media(new MediaCommand.SetDeaf(room.callId(), peer.key(), true)));
      }
    }
    return after == room ? step : new Step(RoomPhase.wrap(after), List.copyOf(effects));
  }

  /// Whoever has hung up goes back to the call on hold, or to whoever knocks.
  private static Move afterwards(Desk desk) {
    boolean isFree = desk.current() instanceof Idle || desk.current() instanceof Ended;
    Room held = desk.held();
    if (isFree && held != null) {
      return Move.to(
          desk.withHeld(null).withCurrent(RoomPhase.wrap(held)),
          hold(held, false),
          new CallEffect.Hold(held.callId(), false));
    }
    if (isFree && !desk.waiting().isEmpty()) {
      return Move.to(
          desk.withWaiting(List.of())
              .withCurrent(
                  new Incoming(
                      desk.waiting().getFirst(),
                      desk.waiting().subList(1, desk.waiting().size()))));
    }
    return Move.to(desk);
  }

  private static CallEffect hold(Room room, boolean held) {
    return new CallEffect.Media(new MediaCommand.SetHeld(room.callId(), held));
  }

  private static @Nullable Call find(Desk desk, String callId) {
    return desk.waiting().stream()
        .filter(call -> call.id().equals(callId))
        .findFirst()
        .orElse(null);
  }
}
