package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.CallLink.KnockState;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.db.Database;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes links into calls, shows them and takes them back. Thread-safe; callers may be blocked.
final class CallLinks {
  private static final Duration USUAL = Duration.ofHours(24);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int MOST_USES = 1_000;
  private static final int MOST_OPEN = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final CallRepository calls;
  private final CallLinkRepository links;
  private final CallConversations conversations;
  private final Lobby lobby;
  private final CallTimer timer;

  CallLinks(
      Database database,
      CallRepository calls,
      CallLinkRepository links,
      CallConversations conversations,
      Lobby lobby,
      CallTimer timer) {
    this.database = database;
    this.calls = calls;
    this.links = links;
    this.conversations = conversations;
    this.lobby = lobby;
    this.timer = timer;
  }

  CallLink create(String userId, String callId, CallLink.Create request) {
    Duration life = life(request);
    Integer maxUses = request.maxUses();
    if (maxUses != null && (maxUses < 1 || maxUses > MOST_USES)) {
      throw ProblemException.invalid("maxUses", "must be between 1 and " + MOST_USES);
    }
    byte[] secret = new byte[18];
    RANDOM.nextBytes(secret);
    Instant now = timer.now();
    CallLinkRow row =
        new CallLinkRow(
            Ids.newId(),
            callId,
            userId,
            Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
            Invite.State.PENDING,
            0,
            maxUses,
            now,
            now.plus(life));
    return database.write(handle -> {
      Call call = requireIn(handle, callId, userId);
      long open = links.of(handle, callId).stream().filter(one -> isOpen(one, call)).count();
      if (open >= MOST_OPEN) {
        throw new ProblemException(
            ProblemType.CONFLICT, "This call has many links already. Take one back first.");
      }
      links.insert(handle, row);
      return open(handle, row, call, userId);
    });
  }

  private static Duration life(CallLink.Create request) {
    Long seconds = request.expiresInSeconds();
    if (seconds == null) {
      return USUAL;
    }
    if (seconds < 1 || seconds > LONGEST.toSeconds()) {
      throw ProblemException.invalid(
          "expiresInSeconds", "must be between 1 and " + LONGEST.toSeconds());
    }
    return Duration.ofSeconds(seconds);
  }

  /// The open ones: one's own, and everybody's for those who may admit.
  Page<CallLink> of(String userId, String callId) {
    return database.read(handle -> {
      Call call = requireIn(handle, callId, userId);
      boolean all = conversations.mayAdmit(handle, call.conversationId(), userId);
      List<CallLink> open =
          links.of(handle, callId).stream()
              .filter(row -> isOpen(row, call) && (all || row.creatorId().equals(userId)))
              .map(row -> open(handle, row, call, userId))
              .toList();
      return new Page<>(open, null);
    });
  }

  /// One's own open ones, of all calls.
  Page<CallLink> own(String userId) {
    return database.read(handle -> {
      List<CallLink> open = new ArrayList<>();
      for (CallLinkRow row : links.ofCreator(handle, userId)) {
        Call call = require(handle, row.callId());
        if (isOpen(row, call)) {
          open.add(open(handle, row, call, userId));
        }
      }
      return new Page<>(open, null);
    });
  }

  /// What a link leads to, before one knocks.
  CallLink preview(String userId, String token) {
    return database.read(handle -> {
      CallLinkRow row =
          links.findByToken(handle, token).orElseThrow(() -> ProblemException.notFound("link"));
      if (conversations.areApart(handle, userId, row.creatorId())) {
        throw ProblemException.notFound("link");
      }
      Call call = require(handle, row.callId());
      // Whom it let in once it lets in again.
      boolean isBack =
          call.state() != Call.State.ENDED
              && links.answer(handle, row.id(), userId).orElse(KnockState.WAITING)
                  == KnockState.ADMITTED;
      Invite.State state = isBack ? Invite.State.PENDING : row.stateAt(call, timer.now());
      return read(handle, row, call, userId, state, null);
    });
  }

  /// Whoever waits by it does not wait any longer; whoever came in by it stays.
  void revoke(String userId, String linkId) {
    database.write(
        handle -> {
          CallLinkRow row =
              links.find(handle, linkId).orElseThrow(() -> ProblemException.notFound("link"));
          Call call = require(handle, row.callId());
          boolean may =
              row.creatorId().equals(userId)
                  || conversations.mayAdmit(handle, call.conversationId(), userId);
          if (!may) {
            throw ProblemException.notFound("link");
          }
          links.revoke(handle, linkId);
          return linkId;
        },
        lobby::linkOver);
  }

  private boolean isOpen(CallLinkRow row, Call call) {
    return row.stateAt(call, timer.now()) == Invite.State.PENDING;
  }

  private Call requireIn(Handle handle, String callId, String userId) {
    Call call = require(handle, callId);
    Call.Participant participant = CallRules.find(call, userId);
    boolean isIn =
        participant != null
            && CallRules.isJoined(participant)
            && !participant.guest()
            && conversations.isMember(handle, call.conversationId(), userId);
    if (!isIn) {
      throw ProblemException.notFound("call");
    }
    return call;
  }

  private Call require(Handle handle, String callId) {
    return calls.find(handle, callId).orElseThrow(() -> ProblemException.notFound("call"));
  }

  /// For those who may give it away.
  private CallLink open(Handle handle, CallLinkRow row, Call call, String readerId) {
    return read(handle, row, call, readerId, row.stateAt(call, timer.now()), row.token());
  }

  private CallLink read(
      Handle handle,
      CallLinkRow row,
      Call call,
      String readerId,
      Invite.State state,
      @Nullable String token) {
    String conversationId = call.conversationId();
    return new CallLink(
        row.id(),
        row.callId(),
        conversations.isMember(handle, conversationId, readerId) ? conversationId : null,
        call.media(),
        (int) call.participants().stream().filter(CallRules::isJoined).count(),
        conversations.user(handle, row.creatorId()),
        state,
        token,
        row.uses(),
        row.maxUses(),
        row.createdAt(),
        row.expiresAt());
  }
}
