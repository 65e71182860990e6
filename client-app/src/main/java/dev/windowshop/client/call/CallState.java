package dev.windowshop.client.call;

import dev.windowshop.protocol.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What we are doing about calls: one at a time. Immutable.
public sealed interface CallState {
  record Idle() implements CallState {}

  /// We asked the relay to ring; it has not answered yet.
  record Dialling(String conversationId, Call.Media media, Early early) implements CallState {}

  /// We are in, nobody has answered yet.
  record Outgoing(Room room) implements CallState {}

  /// Somebody rings.
  ///
  /// @param waiting others who ring meanwhile
  record Incoming(Call call, List<Call> waiting) implements CallState {
    /// What is left when this one no longer rings.
    CallState next() {
      return waiting.isEmpty()
          ? new Idle()
          : new Incoming(waiting.getFirst(), waiting.subList(1, waiting.size()));
    }

    Incoming and(Call other) {
      if (other.id().equals(call.id())) {
        return new Incoming(other, waiting);
      }
      List<Call> all = new ArrayList<>(waiting);
      all.removeIf(known -> known.id().equals(other.id()));
      all.add(other);
      return new Incoming(call, List.copyOf(all));
    }

    Incoming without(String callId) {
      return new Incoming(
          call, waiting.stream().filter(other -> !other.id().equals(callId)).toList());
    }
  }

  /// We accepted; the relay has not answered yet.
  ///
  /// @param muted as one was on the device that one comes from
  record Joining(Call call, boolean muted, boolean cameraOn, Early early) implements CallState {
    Joining with(Early next) {
      return new Joining(call, muted, cameraOn, next);
    }
  }

  record Active(Room room) implements CallState {}

  /// Over, and there is something to say about it.
  ///
  /// @param key tells this end from others
  /// @param others who else it was about
  /// @param detail what the relay or the engine said, fit to be shown
  /// @param lasted null when nobody answered
  record Ended(
      String key,
      String conversationId,
      Call.Media media,
      List<String> others,
      Reason reason,
      @Nullable String detail,
      @Nullable Duration lasted)
      implements CallState {}

  enum Reason {
    /// The other side hung up, or the last one did.
    OVER,
    DECLINED,
    BUSY,
    NO_ANSWER,
    /// The relay said no.
    REFUSED,
    UNREACHABLE,
    CONNECTION_LOST,
    MEDIA_FAILED
  }

  /// The call that we are in, if any.
  default @Nullable Room currentRoom() {
    return switch (this) {
      case Outgoing outgoing -> outgoing.room();
      case Active active -> active.room();
      case Idle idle -> null;
      case Dialling dialling -> null;
      case Incoming incoming -> null;
      case Joining joining -> null;
      case Ended ended -> null;
    };
  }

  /// The conversation that it is about; null for none, and for a call that one is a guest of.
  default @Nullable String currentConversation() {
    String id =
        switch (this) {
          case Idle idle -> "";
          case Dialling dialling -> dialling.conversationId();
          case Joining joining -> joining.call().conversationId();
          case Incoming incoming -> incoming.call().conversationId();
          case Outgoing outgoing -> outgoing.room().conversationId();
          case Active active -> active.room().conversationId();
          case Ended ended -> ended.conversationId();
        };
    return id.isEmpty() ? null : id;
  }
}
