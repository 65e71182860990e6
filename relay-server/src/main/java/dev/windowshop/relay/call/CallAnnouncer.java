package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.Participant;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.notification.Told;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import java.util.Collection;
import java.util.List;

/// Tells sockets what became of a call. Called where writes are published; never blocks.
final class CallAnnouncer {
  /// What to tell after a change.
  ///
  /// @param audience whom the call itself is news to
  /// @param posted events of the conversation's own, for example its `call` message
  /// @param told for those who did not take it
  record News(Call call, Collection<String> audience, List<ServerEvent> posted, List<Told> told) {}

  private final Broadcaster broadcaster;

  CallAnnouncer(Broadcaster broadcaster) {
    this.broadcaster = broadcaster;
  }

  void ringAll(Call call) {
    List<String> awaited =
        call.participants().stream().filter(CallRules::isAwaited).map(Participant::userId).toList();
    if (!awaited.isEmpty()) {
      broadcaster.toUsers(awaited, new ServerEvent.CallRinging(call));
    }
  }

  /// Tells a device of a call that runs.
  void tell(ClientSocket socket, Call call) {
    broadcaster.toSocket(socket.id(), state(call));
  }

  /// Tells somebody's devices which of them is in a call.
  void tell(LiveCalls.Seat seat) {
    broadcaster.toUsers(List.of(seat.userId()), new ServerEvent.CallDevice(seat.told()));
  }

  /// Tells a device which of its user's devices is in a call.
  void tell(ClientSocket socket, LiveCalls.Seat seat) {
    broadcaster.toSocket(socket.id(), new ServerEvent.CallDevice(seat.told()));
  }

  private static ServerEvent state(Call call) {
    return new ServerEvent.CallState(
        call.id(),
        call.conversationId(),
        call.media(),
        call.state(),
        call.reason(),
        call.participants(),
        call.revision());
  }

  void ring(ClientSocket socket, Call call) {
    Participant participant = CallRules.find(call, socket.userId());
    if (participant != null && CallRules.isAwaited(participant)) {
      broadcaster.toSocket(socket.id(), new ServerEvent.CallRinging(call));
    }
  }

  void tell(News news) {
    Call call = news.call();
    broadcaster.toUsers(news.audience(), state(call));
    news.posted().forEach(event -> broadcaster.toConversation(call.conversationId(), event));
    news.told().forEach(one -> broadcaster.toUsers(List.of(one.userId()), one.event()));
  }
}
