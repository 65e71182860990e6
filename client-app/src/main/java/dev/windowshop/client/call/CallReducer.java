package dev.windowshop.client.call;

import dev.windowshop.client.call.CallState.Active;
import dev.windowshop.client.call.CallState.Dialling;
import dev.windowshop.client.call.CallState.Ended;
import dev.windowshop.client.call.CallState.Idle;
import dev.windowshop.client.call.CallState.Incoming;
import dev.windowshop.client.call.CallState.Joining;
import dev.windowshop.client.call.CallState.Outgoing;
import dev.windowshop.client.call.CallState.Reason;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.ServerEvent;
import java.util.List;

/// The life of a call as a pure function: a state and an event make the next state and the effects
/// that follow it. What an event means in a phase where it means nothing is nothing.
///
/// This class has the way into a call and out of it; [RoomPhase] has the time inside.
final class CallReducer {
  private final String self;
  private final RoomPhase inside;

  /// @param self the signed-in user's id
  /// @param sources where one's own picture and sound come from
  CallReducer(String self, LocalSources sources) {
    this.self = self;
    this.inside = new RoomPhase(self, sources);
  }

  Step reduce(CallState state, CallEvent event) {
    return switch (state) {
      case Idle idle -> resting(idle, event);
      case Ended ended -> ended(ended, event);
      case Dialling dialling -> dialling(dialling, event);
      case Incoming incoming -> incoming(incoming, event);
      case Joining joining -> joining(joining, event);
      case Outgoing outgoing -> inside.reduce(outgoing.room(), event);
      case Active active -> inside.reduce(active.room(), event);
    };
  }

  private Step resting(CallState state, CallEvent event) {
    return switch (event) {
      case CallEvent.Dialled dialled -> dial(dialled);
      case CallEvent.Rang rang ->
          isForUs(rang.call()) ? Step.to(new Incoming(rang.call(), List.of())) : Step.to(state);
      // The user hung up before the relay had answered: now there is something to leave.
      case CallEvent.Entered entered -> Step.to(state, new CallEffect.Leave(entered.call().id()));
      case CallEvent other -> Step.to(state);
    };
  }

  private Step ended(Ended state, CallEvent event) {
    return switch (event) {
      case CallEvent.Dismissed dismissed -> Step.to(new Idle());
      case CallEvent.HungUp hungUp -> Step.to(new Idle());
      case CallEvent.SignedOut signedOut -> Step.to(new Idle());
      case CallEvent.Waited waited ->
          waited.key().equals(state.key()) ? Step.to(new Idle()) : Step.to(state);
      case CallEvent other -> resting(state, other);
    };
  }

  private Step dial(CallEvent.Dialled dialled) {
    return Step.to(
        new Dialling(dialled.conversationId(), dialled.media(), Early.NONE),
        new CallEffect.Start(dialled.conversationId(), dialled.media(), false));
  }

  private Step dialling(Dialling state, CallEvent event) {
    return switch (event) {
      case CallEvent.Entered entered -> {
        if (!entered.call().conversationId().equals(state.conversationId())) {
          yield Step.to(state, new CallEffect.Leave(entered.call().id()));
        }
        boolean cameraOn = entered.call().media() == Call.Media.VIDEO;
        yield inside.enter(entered, false, cameraOn, state.early());
      }
      case CallEvent.NotEntered failed ->
          failed.key().equals(state.conversationId())
              ? notEntered(state.conversationId(), state.media(), failed)
              : Step.to(state);
      case CallEvent.Changed changed ->
          changed.now().conversationId().equals(state.conversationId())
              ? Step.to(
                  new Dialling(
                      state.conversationId(), state.media(), state.early().with(changed.now())))
              : Step.to(state);
      case CallEvent.Signalled signalled ->
          Step.to(
              new Dialling(
                  state.conversationId(), state.media(), state.early().with(signalled.signal())));
      case CallEvent.HungUp hungUp -> Step.to(new Idle());
      case CallEvent.SignedOut signedOut -> Step.to(new Idle());
      case CallEvent other -> Step.to(state);
    };
  }

  private Step incoming(Incoming state, CallEvent event) {
    return switch (event) {
      case CallEvent.Rang rang ->
          isForUs(rang.call()) ? Step.to(state.and(rang.call())) : Step.to(state);
      case CallEvent.Changed changed -> stillRings(state, changed.now());
      case CallEvent.Accepted accepted ->
          Step.to(
              new Joining(state.call(), false, accepted.withVideo(), Early.NONE),
              new CallEffect.Join(state.call().id(), false));
      case CallEvent.Declined declined ->
          Step.to(state.next(), new CallEffect.Decline(state.call().id()));
      case CallEvent.Dialled dialled ->
          dialled.conversationId().equals(state.call().conversationId())
              ? Step.to(
                  new Joining(state.call(), false, dialled.media() == Call.Media.VIDEO, Early.NONE),
                  new CallEffect.Join(state.call().id(), false))
              : dial(dialled);
      // The relay rings again on the next socket if it still rings then.
      case CallEvent.Disconnected disconnected -> Step.to(new Idle());
      case CallEvent.SignedOut signedOut -> Step.to(new Idle());
      case CallEvent.Entered entered -> Step.to(state, new CallEffect.Leave(entered.call().id()));
      case CallEvent other -> Step.to(state);
    };
  }

  private Step stillRings(Incoming state, ServerEvent.CallState now) {
    boolean rings =
        now.state() != Call.State.ENDED
            && now.participants().stream().anyMatch(p -> p.userId().equals(self) && isAwaited(p));
    if (rings) {
      return Step.to(state);
    }
    return now.callId().equals(state.call().id())
        ? Step.to(state.next())
        : Step.to(state.without(now.callId()));
  }

  private Step joining(Joining state, CallEvent event) {
    String callId = state.call().id();
    return switch (event) {
      case CallEvent.Entered entered ->
          entered.call().id().equals(callId)
              ? inside.enter(entered, state.muted(), state.cameraOn(), state.early())
              : Step.to(state, new CallEffect.Leave(entered.call().id()));
      case CallEvent.NotEntered failed ->
          failed.key().equals(callId)
              ? notEntered(state.call().conversationId(), state.call().media(), failed)
              : Step.to(state);
      case CallEvent.Changed changed ->
          changed.now().callId().equals(callId)
              ? Step.to(state.with(state.early().with(changed.now())))
              : Step.to(state);
      case CallEvent.Signalled signalled ->
          Step.to(state.with(state.early().with(signalled.signal())));
      case CallEvent.HungUp hungUp -> Step.to(new Idle(), new CallEffect.Leave(callId));
      case CallEvent.SignedOut signedOut -> Step.to(new Idle());
      case CallEvent other -> Step.to(state);
    };
  }

  private static Step notEntered(
      String conversationId, Call.Media media, CallEvent.NotEntered failed) {
    Reason reason = failed.refused() ? Reason.REFUSED : Reason.UNREACHABLE;
    return Endings.say(
        new Ended(failed.key(), conversationId, media, List.of(), reason, failed.why(), null));
  }

  private boolean isForUs(Call call) {
    return call.state() != Call.State.ENDED
        && call.participants().stream().anyMatch(p -> p.userId().equals(self) && isAwaited(p));
  }

  static boolean isOutOf(ServerEvent.CallState call, String userId) {
    return call.participants().stream()
        .noneMatch(
            one -> one.userId().equals(userId) && one.state() == Call.ParticipantState.JOINED);
  }

  static boolean isAwaited(Call.Participant participant) {
    return participant.state() == Call.ParticipantState.INVITED
        || participant.state() == Call.ParticipantState.RINGING;
  }
}
