package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.CallLink.KnockState;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.realtime.ClientSocket;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Knocks at calls, and answers to them. Thread-safe; callers may be blocked.
final class LobbyService {
  private final Database database;
  private final CallRepository calls;
  private final CallLinkRepository links;
  private final CallConversations conversations;
  private final Lobby lobby;
  private final CallService service;
  private final CallTimer timer;

  LobbyService(
      Database database,
      CallRepository calls,
      CallLinkRepository links,
      CallConversations conversations,
      Lobby lobby,
      CallService service,
      CallTimer timer) {
    this.database = database;
    this.calls = calls;
    this.links = links;
    this.conversations = conversations;
    this.lobby = lobby;
    this.service = service;
    this.timer = timer;
  }

  private record Knocked(CallLink.Knock knock, String creatorId, List<String> told) {}

  /// Waits to be let in. Who was let in before has nothing to wait for.
  CallLink.Knock knock(ClientSocket socket, String token) {
    Knocked knocked = database.read(handle -> knock(handle, socket.userId(), token));
    if (knocked.knock().state() == KnockState.WAITING) {
      lobby.add(knocked.knock(), knocked.creatorId(), socket, knocked.told());
    }
    return knocked.knock();
  }

  private Knocked knock(Handle handle, String userId, String token) {
    CallLinkRow link =
        links.findByToken(handle, token).orElseThrow(() -> ProblemException.notFound("link"));
    Call call = require(handle, link.callId());
    if (conversations.areApart(handle, userId, link.creatorId())) {
      throw ProblemException.notFound("link");
    }
    if (conversations.isMember(handle, call.conversationId(), userId)) {
      throw new ProblemException(
          ProblemType.CONFLICT, "You are in this conversation: join its call there.");
    }
    KnockState answered = links.answer(handle, link.id(), userId).orElse(KnockState.WAITING);
    if (answered == KnockState.REFUSED) {
      throw ProblemException.forbidden("You were not let in by this link.");
    }
    if (call.state() == Call.State.ENDED) {
      throw new ProblemException(ProblemType.CALL_ENDED, "This call is over.");
    }
    if (answered == KnockState.WAITING) {
      requireOpen(link, call);
    }
    CallLink.Knock knock =
        new CallLink.Knock(
            Ids.newId(),
            call.id(),
            link.id(),
            conversations.user(handle, userId),
            answered,
            timer.now());
    List<String> told =
        call.participants().stream()
            .filter(one -> mayAdmit(handle, call, link.creatorId(), one))
            .map(Call.Participant::userId)
            .toList();
    return new Knocked(knock, link.creatorId(), told);
  }

  /// They are let in by a join of their own, which follows.
  void admit(ClientSocket socket, String knockId) {
    answer(socket, knockId, KnockState.ADMITTED);
  }

  void refuse(ClientSocket socket, String knockId) {
    answer(socket, knockId, KnockState.REFUSED);
  }

  private void answer(ClientSocket socket, String knockId, KnockState state) {
    Lobby.Waiting one = requireWaiting(knockId);
    String guestId = one.knock().user().id();
    database.write(
        handle -> {
          // Two answer at once: the second finds nobody.
          requireWaiting(knockId);
          CallLinkRow link =
              links
                  .find(handle, one.knock().linkId())
                  .orElseThrow(() -> ProblemException.notFound("knock"));
          Call call = require(handle, link.callId());
          requireMayAdmit(handle, call, link.creatorId(), socket.userId());
          if (state == KnockState.ADMITTED) {
            requireOpen(link, call);
            if (!links.use(handle, link.id())) {
              throw spent();
            }
          }
          links.answer(handle, link, guestId, state, socket.userId(), timer.now());
          return knockId;
        },
        id -> lobby.settle(id, state));
  }

  /// One's own knock, taken back.
  void end(ClientSocket socket, String knockId) {
    Lobby.Waiting one = requireWaiting(knockId);
    if (!one.knock().user().id().equals(socket.userId())) {
      throw ProblemException.notFound("knock");
    }
    lobby.settle(knockId, KnockState.GONE);
  }

  /// Puts a guest out of the call, who does not come back by the same link.
  Call remove(ClientSocket socket, CallLink.Guest guest) {
    return service.change(
        guest.callId(),
        (handle, call) -> {
          // Who let them in may put them out as well as whoever always may.
          requireMayAdmit(handle, call, creatorOf(handle, call, socket.userId()), socket.userId());
          Call.Participant one = CallRules.find(call, guest.userId());
          if (one == null || !one.guest()) {
            throw ProblemException.notFound("guest");
          }
          links.refuseAll(handle, call.id(), guest.userId(), socket.userId(), timer.now());
          return CallRules.remove(call, guest.userId(), timer.now());
        });
  }

  /// This user, where a link of the call is theirs.
  private String creatorOf(Handle handle, Call call, String userId) {
    boolean isTheirs =
        links.of(handle, call.id()).stream().anyMatch(link -> link.creatorId().equals(userId));
    return isTheirs ? userId : "";
  }

  private Lobby.Waiting requireWaiting(String knockId) {
    Lobby.Waiting one = lobby.find(knockId);
    if (one == null) {
      throw ProblemException.notFound("knock");
    }
    return one;
  }

  private void requireMayAdmit(Handle handle, Call call, String creatorId, String userId) {
    Call.Participant participant = CallRules.find(call, userId);
    if (participant == null || !CallRules.isJoined(participant) || participant.guest()) {
      throw ProblemException.notFound("call");
    }
    if (!mayAdmit(handle, call, creatorId, participant)) {
      throw ProblemException.forbidden(
          "Only who made the link, and the owner and admins of a group, let somebody in.");
    }
  }

  private boolean mayAdmit(Handle handle, Call call, String creatorId, Call.Participant one) {
    return CallRules.isJoined(one)
        && !one.guest()
        && conversations.isMember(handle, call.conversationId(), one.userId())
        && (one.userId().equals(creatorId)
            || conversations.mayAdmit(handle, call.conversationId(), one.userId()));
  }

  private void requireOpen(CallLinkRow link, Call call) {
    if (link.stateAt(call, timer.now()) != Invite.State.PENDING) {
      throw spent();
    }
  }

  private static ProblemException spent() {
    return new ProblemException(ProblemType.CONFLICT, "This link is not valid any longer.");
  }

  private Call require(Handle handle, String callId) {
    return calls.find(handle, callId).orElseThrow(() -> ProblemException.notFound("call"));
  }
}
