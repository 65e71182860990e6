package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.Participant;
import dev.windowshop.protocol.Call.ParticipantState;
import dev.windowshop.protocol.Call.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How a call changes: pure functions from a call to the call after it. What changes nothing
/// returns the same object.
final class CallRules {
  private CallRules() {}

  /// A new call, its initiator joined.
  ///
  /// @param others the rest of the conversation; who is in another call is `busy`, the rest
  ///   `invited` or `ringing`
  static Call start(
      String id,
      String conversationId,
      Call.Media media,
      String initiatorId,
      List<Participant> others,
      Instant now) {
    List<Participant> participants = new ArrayList<>();
    participants.add(new Participant(initiatorId, 1, ParticipantState.JOINED));
    participants.addAll(others);
    Call call =
        new Call(
            id,
            conversationId,
            media,
            State.RINGING,
            null,
            initiatorId,
            List.copyOf(participants),
            now,
            null,
            null,
            0);
    return changed(call, call.participants(), now);
  }

  /// As [#join(Call, String, boolean, Instant)], for somebody who is in the conversation.
  static Call join(Call call, String userId, Instant now) {
    return join(call, userId, false, now);
  }

  /// Joins or joins again; each time is a new session. Who comes back to a call that they have on
  /// hold still has it on hold.
  ///
  /// @param guest they came by a link
  static Call join(Call call, String userId, boolean guest, Instant now) {
    if (find(call, userId) == null) {
      List<Participant> more = new ArrayList<>(call.participants());
      more.add(new Participant(userId, 1, ParticipantState.JOINED, false, guest));
      return changed(call, more, now);
    }
    return replace(
        call,
        userId,
        p -> new Participant(userId, p.session() + 1, ParticipantState.JOINED, p.held(), guest),
        now);
  }

  /// @param busy they are in another call, which is why
  static Call decline(Call call, String userId, boolean busy, Instant now) {
    ParticipantState state = busy ? ParticipantState.BUSY : ParticipantState.DECLINED;
    return replace(call, userId, p -> isAwaited(p) ? in(p, state) : p, now);
  }

  /// Puts it on hold for somebody who is in it, or takes it up again.
  static Call hold(Call call, String userId, boolean held, Instant now) {
    return replace(
        call,
        userId,
        p -> isJoined(p) ? new Participant(userId, p.session(), p.state(), held, p.guest()) : p,
        now);
  }

  /// They may not be in this conversation any longer.
  static Call remove(Call call, String userId, Instant now) {
    return replace(
        call, userId, p -> isJoined(p) || isAwaited(p) ? in(p, ParticipantState.LEFT) : p, now);
  }

  /// Somebody who may has ended it for everybody.
  static Call endForAll(Call call, Instant now) {
    if (call.state() == State.ENDED) {
      return call;
    }
    String reason = call.state() == State.RINGING ? "cancelled" : "ended";
    return end(call, call.participants(), reason, now);
  }

  static Call leave(Call call, String userId, Instant now) {
    return replace(call, userId, p -> isJoined(p) ? in(p, ParticipantState.LEFT) : p, now);
  }

  /// One of their devices was told.
  static Call rung(Call call, String userId, Instant now) {
    return replace(
        call,
        userId,
        p -> p.state() == ParticipantState.INVITED ? in(p, ParticipantState.RINGING) : p,
        now);
  }

  /// Nobody waits any longer for those who have not answered.
  static Call ringTimedOut(Call call, Instant now) {
    List<Participant> after =
        call.participants().stream()
            .map(p -> isAwaited(p) ? in(p, ParticipantState.MISSED) : p)
            .toList();
    return changed(call, after, now);
  }

  static @Nullable Participant find(Call call, String userId) {
    for (Participant participant : call.participants()) {
      if (participant.userId().equals(userId)) {
        return participant;
      }
    }
    return null;
  }

  static boolean isHeld(Call call, String userId) {
    Participant participant = find(call, userId);
    return participant != null && isJoined(participant) && participant.held();
  }

  static boolean isJoined(@Nullable Participant participant) {
    return participant != null && participant.state() == ParticipantState.JOINED;
  }

  /// Whether they did not take it, without saying so.
  static boolean hasMissed(Participant participant) {
    return participant.state() == ParticipantState.MISSED
        || participant.state() == ParticipantState.BUSY;
  }

  static boolean isAwaited(Participant participant) {
    return participant.state() == ParticipantState.INVITED
        || participant.state() == ParticipantState.RINGING;
  }

  private static Call replace(
      Call call, String userId, UnaryOperator<Participant> change, Instant now) {
    List<Participant> after =
        call.participants().stream()
            .map(p -> p.userId().equals(userId) ? change.apply(p) : p)
            .toList();
    return changed(call, after, now);
  }

  private static Call changed(Call call, List<Participant> participants, Instant now) {
    boolean isNew = call.revision() == 0;
    if (call.state() == State.ENDED || (!isNew && participants.equals(call.participants()))) {
      return call;
    }
    long joined = participants.stream().filter(CallRules::isJoined).count();
    boolean awaiting = participants.stream().anyMatch(CallRules::isAwaited);
    if (call.state() == State.RINGING) {
      if (participants.stream().noneMatch(p -> isJoined(p) && !p.guest())) {
        return end(call, participants, "cancelled", now);
      }
      if (joined >= 2) {
        return with(call, participants, State.ACTIVE, null, now, null);
      }
      return awaiting
          ? with(call, participants, State.RINGING, null, null, null)
          : end(call, participants, unanswered(participants), now);
    }
    // Two people: when one hangs up it is over. A larger call goes on until the last one leaves.
    // Guests do not go on without those whose call it is.
    long members = participants.stream().filter(p -> !p.guest()).count();
    boolean hosted = participants.stream().anyMatch(p -> isJoined(p) && !p.guest());
    boolean over = !hosted || (joined == 1 && members == 2 && !awaiting);
    return over
        ? end(call, participants, "ended", now)
        : with(call, participants, State.ACTIVE, null, call.startedAt(), null);
  }

  private static String unanswered(List<Participant> participants) {
    if (participants.stream().anyMatch(p -> p.state() == ParticipantState.DECLINED)) {
      return "declined";
    }
    boolean missed = participants.stream().anyMatch(p -> p.state() == ParticipantState.MISSED);
    return missed ? "missed" : "busy";
  }

  private static Call end(Call call, List<Participant> participants, String reason, Instant now) {
    List<Participant> last =
        participants.stream()
            .map(p -> {
              if (isAwaited(p)) {
                return in(p, ParticipantState.MISSED);
              }
              return isJoined(p) ? in(p, ParticipantState.LEFT) : p;
            })
            .toList();
    return with(call, last, State.ENDED, reason, call.startedAt(), now);
  }

  private static Call with(
      Call call,
      List<Participant> participants,
      State state,
      @Nullable String reason,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {
    return new Call(
        call.id(),
        call.conversationId(),
        call.media(),
        state,
        reason,
        call.initiatorId(),
        List.copyOf(participants),
        call.createdAt(),
        startedAt,
        endedAt,
        call.revision() + 1);
  }

  private static Participant in(Participant participant, ParticipantState state) {
    return new Participant(
        participant.userId(), participant.session(), state, false, participant.guest());
  }
}
