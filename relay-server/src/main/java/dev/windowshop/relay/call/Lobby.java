package dev.windowshop.relay.call;

import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.CallLink.KnockState;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Who knocks and waits. In memory only, as each of them is there by a socket and no longer than
/// it. Thread-safe, and nothing here blocks.
final class Lobby {
  private static final int MOST_WAITING = 20;

  /// @param creatorId who made the link, and may admit by it
  record Waiting(CallLink.Knock knock, String creatorId, String socketId, Set<String> told) {
    ServerEvent as(KnockState state) {
      return new ServerEvent.CallKnock(
          new CallLink.Knock(
              knock.id(), knock.callId(), knock.linkId(), knock.user(), state, knock.at()));
    }
  }

  private final LiveCalls live;
  private final Broadcaster broadcaster;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();

  Lobby(LiveCalls live, Broadcaster broadcaster) {
    this.live = live;
    this.broadcaster = broadcaster;
  }

  /// Waits from now on. Who waits for this call already waits anew, by this socket.
  ///
  /// @param told who is in the call and may admit
  synchronized void add(
      CallLink.Knock knock, String creatorId, ClientSocket socket, Collection<String> told) {
    end(
        one ->
            one.knock().callId().equals(knock.callId())
                && one.knock().user().id().equals(socket.userId()),
        KnockState.GONE);
    long others =
        waiting.values().stream()
            .filter(one -> one.knock().callId().equals(knock.callId()))
            .count();
    if (others >= MOST_WAITING) {
      throw new ProblemException(
          ProblemType.CONFLICT, "Many people wait to be let in. Try again a little later.");
    }
    // Both may have gone while the database was asked; each says so here after it has.
    if (!live.isRunning(knock.callId())) {
      throw new ProblemException(ProblemType.CALL_ENDED, "This call is over.");
    }
    if (!live.isOn(socket.userId(), socket.id())) {
      return;
    }
    Waiting one = new Waiting(knock, creatorId, socket.id(), new HashSet<>(told));
    waiting.put(knock.id(), one);
    broadcaster.toUsers(List.copyOf(one.told()), one.as(KnockState.WAITING));
  }

  synchronized @Nullable Waiting find(String knockId) {
    return waiting.get(knockId);
  }

  /// They were answered.
  synchronized void settle(String knockId, KnockState state) {
    end(one -> one.knock().id().equals(knockId), state);
  }

  synchronized void callOver(String callId) {
    end(one -> one.knock().callId().equals(callId), KnockState.OVER);
  }

  synchronized void linkOver(String linkId) {
    end(one -> one.knock().linkId().equals(linkId), KnockState.OVER);
  }

  synchronized void disconnected(String socketId) {
    end(one -> one.socketId().equals(socketId), KnockState.GONE);
  }

  /// Somebody is in the call by this socket, and hears who waits.
  synchronized void joined(String callId, String userId, boolean mayAdmit, ClientSocket socket) {
    for (Waiting one : waiting.values()) {
      if (one.knock().callId().equals(callId) && (mayAdmit || one.creatorId().equals(userId))) {
        one.told().add(userId);
        broadcaster.toSocket(socket.id(), one.as(KnockState.WAITING));
      }
    }
  }

  private void end(Predicate<Waiting> which, KnockState state) {
    List<Waiting> ended = new ArrayList<>(waiting.values().stream().filter(which).toList());
    for (Waiting one : ended) {
      waiting.remove(one.knock().id());
      broadcaster.toUsers(List.copyOf(one.told()), one.as(state));
      broadcaster.toSocket(one.socketId(), one.as(state));
    }
  }
}
