package dev.windowshop.client.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.CallLink.KnockState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Knocking at calls and letting people in, as pure functions.
final class LobbyPhase {
  /// Where it leads, and what is to be done then.
  ///
  /// @param enter the call that one was let into, null for none
  record Turn(Lobby lobby, List<CallEffect> effects, @Nullable Call enter) {
    static Turn to(Lobby lobby, CallEffect... effects) {
      return new Turn(lobby, List.of(effects), null);
    }
  }

  private final String self;

  /// @param self the signed-in user's id
  LobbyPhase(String self) {
    this.self = self;
  }

  Turn knockedAt(Lobby lobby, CallEvent.KnockedAt at) {
    Turn before = ended(lobby);
    Lobby next = before.lobby().with(new Lobby.Own(at.token(), at.link(), null, null));
    List<CallEffect> effects =
        java.util.stream.Stream.concat(
                before.effects().stream(),
                java.util.stream.Stream.<CallEffect>of(new CallEffect.Knock(at.token())))
            .toList();
    return new Turn(next, effects, null);
  }

  Turn taken(Lobby lobby, CallEvent.KnockTaken taken) {
    Lobby.Own own = lobby.own();
    if (own == null || !own.token().equals(taken.token()) || own.ended() != null) {
      // One has turned away meanwhile.
      return Turn.to(lobby, new CallEffect.EndKnock(taken.knock().id()));
    }
    return taken.knock().state() == KnockState.ADMITTED
        ? admitted(lobby, own)
        : Turn.to(lobby.with(own.taken(taken.knock())));
  }

  Turn failed(Lobby lobby, CallEvent.KnockFailed failed) {
    Lobby.Own own = lobby.own();
    return own == null || !own.token().equals(failed.token())
        ? Turn.to(lobby)
        : Turn.to(lobby.with(own.over(failed.why())));
  }

  Turn changed(Lobby lobby, CallLink.Knock knock) {
    if (!knock.user().id().equals(self)) {
      return Turn.to(lobby.with(knock));
    }
    Lobby.Own own = lobby.own();
    // The answer may be here before the relay has said that it took the knock.
    boolean isOwn =
        own != null
            && own.ended() == null
            && (own.knock() == null
                ? own.link().callId().equals(knock.callId())
                : own.knock().id().equals(knock.id()));
    if (own == null || !isOwn) {
      return Turn.to(lobby);
    }
    return switch (knock.state()) {
      case ADMITTED -> admitted(lobby, own);
      case REFUSED -> Turn.to(lobby.with(own.over("You were not let in.")));
      case OVER -> Turn.to(lobby.with(own.over("The call is over, or its link was taken back.")));
      case GONE -> own.knock() == null ? Turn.to(lobby) : Turn.to(lobby.with((Lobby.Own) null));
      case WAITING, UNKNOWN -> Turn.to(lobby);
    };
  }

  Turn ended(Lobby lobby) {
    Lobby.Own own = lobby.own();
    CallLink.Knock knock = own == null ? null : own.knock();
    Lobby next = lobby.with((Lobby.Own) null);
    return knock == null ? Turn.to(next) : Turn.to(next, new CallEffect.EndKnock(knock.id()));
  }

  Turn answered(Lobby lobby, CallEvent.KnockAnswered answered) {
    return Turn.to(
        lobby.without(answered.knockId()),
        new CallEffect.AnswerKnock(answered.knockId(), answered.admitted()));
  }

  /// A new socket: a knock ended with the one before.
  Turn connected(Lobby lobby) {
    Lobby.Own own = lobby.own();
    return own == null || own.ended() != null
        ? Turn.to(lobby)
        : Turn.to(lobby, new CallEffect.Knock(own.token()));
  }

  private static Turn admitted(Lobby lobby, Lobby.Own own) {
    CallLink link = own.link();
    Call call =
        new Call(
            link.callId(),
            "",
            link.media(),
            Call.State.ACTIVE,
            null,
            link.creator().id(),
            List.of(),
            Instant.EPOCH,
            null,
            null,
            0);
    return new Turn(lobby.with((Lobby.Own) null), List.of(), call);
  }
}
