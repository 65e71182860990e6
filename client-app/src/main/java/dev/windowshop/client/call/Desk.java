package dev.windowshop.client.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.ServerEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All calls that somebody has to do with: the one they are in or are rung for, those that knock
/// meanwhile, one on hold, and those that run without them. Immutable.
///
/// @param waiting who rings while one is in a call, the longest first
/// @param held the call that one has on hold
/// @param running the calls of one's conversations that ring or run, by conversation
/// @param unheard the people who are not to be heard here, as the user chose, by the id of the call
/// @param places on which of one's devices one is in a call, by the id of the call
/// @param lobby who knocks
public record Desk(
    CallState current,
    List<Call> waiting,
    @Nullable Room held,
    Map<String, ServerEvent.CallState> running,
    Map<String, Set<String>> unheard,
    Map<String, Call.Device> places,
    Lobby lobby) {
  static final Desk EMPTY =
      new Desk(new CallState.Idle(), List.of(), null, Map.of(), Map.of(), Map.of(), Lobby.EMPTY);

  Desk(
      CallState current,
      List<Call> waiting,
      @Nullable Room held,
      Map<String, ServerEvent.CallState> running) {
    this(current, waiting, held, running, Map.of(), Map.of(), Lobby.EMPTY);
  }

  Desk withCurrent(CallState next) {
    return new Desk(next, waiting, held, running, unheard, places, lobby);
  }

  Desk withWaiting(List<Call> next) {
    return new Desk(current, List.copyOf(next), held, running, unheard, places, lobby);
  }

  Desk withoutWaiting(String callId) {
    return withWaiting(waiting.stream().filter(call -> !call.id().equals(callId)).toList());
  }

  Desk withHeld(@Nullable Room next) {
    return new Desk(current, waiting, next, running, unheard, places, lobby);
  }

  /// What the relay says of a call is newer than what is known.
  Desk knowing(ServerEvent.CallState now) {
    ServerEvent.CallState known = running.get(now.conversationId());
    if (known != null && known.callId().equals(now.callId()) && known.revision() > now.revision()) {
      return this;
    }
    Map<String, ServerEvent.CallState> next = new HashMap<>(running);
    if (now.state() != Call.State.ENDED) {
      next.put(now.conversationId(), now);
    } else if (known != null && known.callId().equals(now.callId())) {
      next.remove(now.conversationId());
    }
    return new Desk(current, waiting, held, Map.copyOf(next), unheard, places, lobby);
  }

  Desk with(Lobby next) {
    return new Desk(current, waiting, held, running, unheard, places, next);
  }

  /// The relay tells anew what runs.
  Desk knowingNothing() {
    return new Desk(current, waiting, held, Map.of(), unheard, Map.of(), lobby);
  }

  /// Whether what this person says is not to be heard, for as long as this call goes on.
  Desk hearing(String callId, String userId, boolean deaf) {
    Set<String> next = new HashSet<>(unheardIn(callId));
    boolean changed = deaf ? next.add(userId) : next.remove(userId);
    return changed ? hearing(callId, next) : this;
  }

  /// Everybody is heard again: the call is over.
  Desk hearingAllOf(String callId) {
    return unheard.containsKey(callId) ? hearing(callId, Set.of()) : this;
  }

  private Desk hearing(String callId, Set<String> without) {
    Map<String, Set<String>> next = new HashMap<>(unheard);
    if (without.isEmpty()) {
      next.remove(callId);
    } else {
      next.put(callId, Set.copyOf(without));
    }
    return withUnheard(next);
  }

  Desk withUnheard(Map<String, Set<String>> next) {
    return new Desk(current, waiting, held, running, Map.copyOf(next), places, lobby);
  }

  Set<String> unheardIn(String callId) {
    return unheard.getOrDefault(callId, Set.of());
  }

  Desk placed(Call.Device device) {
    Map<String, Call.Device> next = new HashMap<>(places);
    next.put(device.callId(), device);
    return new Desk(current, waiting, held, running, unheard, Map.copyOf(next), lobby);
  }

  /// The call that one is in on another of one's devices, null for none.
  Desk.@Nullable Elsewhere elsewhere(String self) {
    for (ServerEvent.CallState call : running.values()) {
      if (!CallReducer.isOutOf(call, self) && !isAt(call.callId())) {
        return new Elsewhere(call.conversationId(), places.get(call.callId()));
      }
    }
    return null;
  }

  /// @param device null while it is away
  record Elsewhere(String conversationId, Call.@Nullable Device device) {}

  /// Whether one is in this call, also with hold or on the way in.
  boolean isAt(String callId) {
    Room room = current.currentRoom();
    return (room != null && room.callId().equals(callId))
        || (held != null && held.callId().equals(callId))
        || (current instanceof CallState.Joining joining && joining.call().id().equals(callId));
  }
}
