package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.Participant;
import dev.windowshop.protocol.Call.ParticipantState;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.call.LiveCalls.Absence;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.realtime.ClientSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings, joins, leaves and times out. Every change is one unit of database work; what it means for
/// sockets happens when it is published. Thread-safe; callers may be blocked.
final class CallService {
  private static final Logger LOG = LoggerFactory.getLogger(CallService.class);

  private final Database database;
  private final CallRepository calls;
  private final CallConversations conversations;
  private final LiveCalls live;
  private final CallAnnouncer announcer;
  private final CallTimer timer;
  private final CallConfig config;
  private final CallPresence presence;
  private final CallDevices devices;
  private final CallLinkRepository links;
  private final Lobby lobby;

  CallService(
      Database database,
      CallRepository calls,
      CallConversations conversations,
      LiveCalls live,
      CallAnnouncer announcer,
      CallTimer timer,
      CallConfig config,
      CallPresence presence,
      CallDevices devices,
      CallLinkRepository links,
      Lobby lobby) {
    this.database = database;
    this.calls = calls;
    this.conversations = conversations;
    this.live = live;
    this.announcer = announcer;
    this.timer = timer;
    this.config = config;
    this.presence = presence;
    this.devices = devices;
    this.links = links;
    this.lobby = lobby;
  }

  /// Takes up the calls that were running when the relay stopped.
  void recover() {
    for (Call call : database.read(calls::live)) {
      for (Absence absence : live.recover(call)) {
        awaitReturn(absence, config.reattach());
      }
      awaitAnswers(call);
      tellPresence(call);
      LOG.info("call {} goes on", call.id());
    }
  }

  /// Rings the others of a conversation, or joins the call that is running there already: two
  /// people who ring each other at once are in one call.
  Call start(ClientSocket socket, Call.Start start) {
    if (start.media() == null) {
      throw ProblemException.invalid("media", "must be audio or video");
    }
    Outcome outcome =
        database.write(handle -> startIn(handle, socket, start), o -> publish(o, socket));
    return outcome.call();
  }

  Call join(ClientSocket socket, Call.Join join) {
    String callId = join.callId();
    Outcome outcome =
        database.write(
            handle -> {
              Call call = require(handle, callId);
              if (!isGuest(handle, call, socket.userId())) {
                conversations.members(handle, call.conversationId(), socket.userId());
              }
              List<Change> changes = new ArrayList<>();
              if (!CallRules.isHeld(call, socket.userId())) {
                makeRoom(handle, socket.userId(), callId, join.hold(), changes);
              }
              return joinIn(handle, call, socket, changes);
            },
            o -> publish(o, socket));
    return outcome.call();
  }

  /// Whether they were let in by a link, and are not in the conversation by now.
  private boolean isGuest(Handle handle, Call call, String userId) {
    return links.isGuest(handle, call.id(), userId)
        && !conversations.isMember(handle, call.conversationId(), userId);
  }

  Call decline(ClientSocket socket, String callId) {
    return change(
        callId,
        (handle, call) -> {
          requireParticipant(call, socket.userId());
          boolean busy = !calls.liveOf(handle, socket.userId(), ParticipantState.JOINED).isEmpty();
          return CallRules.decline(call, socket.userId(), busy, timer.now());
        });
  }

  /// Puts a call on hold, or takes it up again: then the others that one is in are put on hold.
  Call hold(ClientSocket socket, Call.Hold hold) {
    Outcome outcome =
        database.write(
            handle -> {
              Call call = require(handle, hold.callId());
              requireSeat(call, socket);
              List<Change> changes = new ArrayList<>();
              if (!hold.held()) {
                makeRoom(handle, socket.userId(), call.id(), true, changes);
              }
              Call after = CallRules.hold(call, socket.userId(), hold.held(), timer.now());
              if (!after.equals(call)) {
                changes.add(save(handle, call, after));
              }
              return new Outcome(after, null, changes);
            },
            o -> publish(o, null));
    return outcome.call();
  }

  /// What one's other devices are told of the one that is in the call.
  void media(ClientSocket socket, Call.Switches switches) {
    LiveCalls.Seat seat = live.switched(socket.userId(), socket.id(), switches);
    if (seat == null) {
      throw ProblemException.forbidden("You are not in this call.");
    }
    announcer.tell(seat);
  }

  /// Ends it for everybody, which the owner and the admins of a group may.
  Call end(ClientSocket socket, String callId) {
    return change(
        callId,
        (handle, call) -> {
          conversations.members(handle, call.conversationId(), socket.userId());
          conversations.requireMayEnd(handle, call.conversationId(), socket.userId());
          return CallRules.endForAll(call, timer.now());
        });
  }

  /// Somebody is no longer in a conversation, and so in none of its calls. Never blocks: a removal
  /// is told of where writes are published.
  void removed(String conversationId, String userId) {
    timer.after(
        Duration.ZERO,
        () ->
            database
                .read(handle -> calls.findLive(handle, conversationId))
                .ifPresent(call ->
                    change(
                        call.id(), (handle, now) -> CallRules.remove(now, userId, timer.now()))));
  }

  /// How this user's device is to connect to the others of a call.
  ///
  /// @param canRelay whether there is a TURN server to go through
  Call.IceTransportPolicy policy(String userId, Call call, boolean canRelay) {
    if (!canRelay) {
      return Call.IceTransportPolicy.ALL;
    }
    boolean shows =
        database.read(
            handle -> conversations.showsAddress(handle, userId, audience(handle, call, call)));
    return shows ? Call.IceTransportPolicy.ALL : Call.IceTransportPolicy.RELAY;
  }

  /// Hangs up. A device that another one took over from has nothing to leave.
  Call leave(ClientSocket socket, String callId) {
    return change(
        callId,
        (handle, call) -> {
          requireParticipant(call, socket.userId());
          LiveCalls.Seat seat = live.seat(callId, socket.userId());
          boolean takenOver = seat != null && !seat.socketId().equals(socket.id());
          return takenOver ? call : CallRules.leave(call, socket.userId(), timer.now());
        });
  }

  /// Tells a new device of the calls that are ringing for its user.
  void connected(ClientSocket socket) {
    live.connected(socket.userId(), socket.id());
    List<Call> ringing =
        database.read(handle ->
            calls.liveOf(
                handle, socket.userId(), ParticipantState.INVITED, ParticipantState.RINGING));
    for (Call call :
        database.read(handle ->
            calls.liveOf(
                handle,
                socket.userId(),
                ParticipantState.JOINED,
                ParticipantState.LEFT,
                ParticipantState.DECLINED,
                ParticipantState.BUSY,
                ParticipantState.MISSED))) {
      if (isGuest(call, socket.userId())
          && !CallRules.isJoined(CallRules.find(call, socket.userId()))) {
        continue;
      }
      announcer.tell(socket, call);
      LiveCalls.Seat seat = live.seat(call.id(), socket.userId());
      if (seat != null) {
        announcer.tell(socket, seat);
      }
    }
    for (Call call : ringing) {
      Call rung =
          change(call.id(), (handle, now) -> CallRules.rung(now, socket.userId(), timer.now()));
      announcer.ring(socket, rung);
    }
  }

  void disconnected(ClientSocket socket) {
    // After the socket is gone from the live ones: nobody begins to wait by it from then on.
    List<Absence> absences = live.disconnected(socket.userId(), socket.id());
    lobby.disconnected(socket.id());
    absences.forEach(absence -> awaitReturn(absence, config.rejoin()));
  }

  private record Change(@Nullable Call before, Call after, CallAnnouncer.News news) {}

  /// @param joined whose user's socket takes the seat, null for none
  private record Outcome(Call call, @Nullable Joined joined, List<Change> changes) {}

  /// @param device what the device is called, null for nothing
  /// @param mayAdmit whether they let others into the call
  private record Joined(String userId, @Nullable String device, boolean mayAdmit) {}

  private Joined joined(Handle handle, ClientSocket socket, String conversationId) {
    return new Joined(
        socket.userId(),
        devices.name(handle, socket.principal().sessionId()),
        conversations.mayAdmit(handle, conversationId, socket.userId()));
  }

  private Outcome startIn(Handle handle, ClientSocket socket, Call.Start start) {
    String userId = socket.userId();
    List<String> members = conversations.members(handle, start.conversationId(), userId);
    Optional<Call> running = calls.findLive(handle, start.conversationId());
    List<Change> changes = new ArrayList<>();
    makeRoom(handle, userId, running.map(Call::id).orElse(""), start.hold(), changes);
    if (running.isPresent()) {
      return joinIn(handle, running.get(), socket, changes);
    }
    List<String> rest = members.stream().filter(member -> !member.equals(userId)).toList();
    Collection<String> rung = conversations.rung(handle, start.conversationId(), userId, rest);
    List<Participant> others =
        rest.stream()
            .filter(rung::contains)
            .map(member -> new Participant(member, 0, firstState(member)))
            .toList();
    if (others.isEmpty()) {
      throw rest.isEmpty()
          ? ProblemException.invalid("conversationId", "has nobody else in it")
          : ProblemException.forbidden("Nobody in this group can be called by you.");
    }
    Call call =
        CallRules.start(
            Ids.newId(), start.conversationId(), start.media(), userId, others, timer.now());
    changes.add(save(handle, null, call));
    return new Outcome(call, joined(handle, socket, call.conversationId()), changes);
  }

  /// Who is in another call is rung too, and chooses between the two.
  private ParticipantState firstState(String userId) {
    return live.isOnline(userId) ? ParticipantState.RINGING : ParticipantState.INVITED;
  }

  private Outcome joinIn(Handle handle, Call call, ClientSocket socket, List<Change> changes) {
    String userId = socket.userId();
    if (call.state() == Call.State.ENDED) {
      throw new ProblemException(ProblemType.CALL_ENDED, "This call is over.");
    }
    boolean isIn = CallRules.isJoined(CallRules.find(call, userId));
    long joined = call.participants().stream().filter(CallRules::isJoined).count();
    if (!isIn && joined >= config.maxJoined()) {
      throw new ProblemException(
          ProblemType.CONFLICT, "This call is full: " + config.maxJoined() + " people are in it.");
    }
    Call after = CallRules.join(call, userId, isGuest(handle, call, userId), timer.now());
    changes.add(save(handle, call, after));
    return new Outcome(after, joined(handle, socket, call.conversationId()), changes);
  }

  /// A user talks in one call at a time and has at most one more on hold; one that they only
  /// dropped out of does not hold them back.
  private void makeRoom(
      Handle handle, String userId, String exceptCallId, boolean hold, List<Change> changes) {
    List<Call> others =
        calls.liveOf(handle, userId, ParticipantState.JOINED).stream()
            .filter(other -> !other.id().equals(exceptCallId))
            .toList();
    for (Call other : others) {
      if (CallRules.isHeld(other, userId)) {
        continue;
      }
      if (live.isAway(other.id(), userId) && !hold) {
        changes.add(save(handle, other, CallRules.leave(other, userId, timer.now())));
      } else if (hold && others.size() == 1) {
        changes.add(save(handle, other, CallRules.hold(other, userId, true, timer.now())));
      } else {
        throw new ProblemException(
            ProblemType.BUSY,
            hold
                ? "You have a call on hold already. Leave one of the two first."
                : "You are in another call. Leave that one first.");
      }
    }
  }

  private void requireSeat(Call call, ClientSocket socket) {
    LiveCalls.Seat seat = live.seat(call.id(), socket.userId());
    if (seat == null || !seat.socketId().equals(socket.id())) {
      throw ProblemException.forbidden("You are not in this call.");
    }
  }

  Call change(String callId, BiFunction<Handle, Call, Call> rule) {
    Outcome outcome =
        database.write(
            handle -> {
              Call before = require(handle, callId);
              Call after = rule.apply(handle, before);
              List<Change> changes =
                  after.equals(before) ? List.of() : List.of(save(handle, before, after));
              return new Outcome(after, null, changes);
            },
            o -> publish(o, null));
    return outcome.call();
  }

  private Change save(Handle handle, @Nullable Call before, Call after) {
    calls.save(handle, after);
    boolean ended = after.state() == Call.State.ENDED;
    return new Change(
        before,
        after,
        new CallAnnouncer.News(
            after,
            audience(handle, before, after),
            ended ? conversations.record(handle, after) : List.of(),
            conversations.missed(handle, after, newlyMissed(before, after))));
  }

  /// Those in it and those who may join it; of guests, those who are in it or were until now.
  private Set<String> audience(Handle handle, @Nullable Call before, Call call) {
    Set<String> audience =
        new LinkedHashSet<>(conversations.everybody(handle, call.conversationId()));
    for (Participant one : call.participants()) {
      boolean wasIn = before != null && CallRules.isJoined(CallRules.find(before, one.userId()));
      if (!one.guest() || CallRules.isJoined(one) || wasIn) {
        audience.add(one.userId());
      }
    }
    return audience;
  }

  private static List<String> newlyMissed(@Nullable Call before, Call after) {
    return after.participants().stream()
        .filter(CallRules::hasMissed)
        .map(Participant::userId)
        .filter(user -> {
          Participant was = before == null ? null : CallRules.find(before, user);
          return was == null || !CallRules.hasMissed(was);
        })
        .toList();
  }

  private void publish(Outcome outcome, @Nullable ClientSocket socket) {
    for (Change change : outcome.changes()) {
      live.follow(change.after());
      tellPresence(change.after());
      boolean isTheirs = change.after().id().equals(outcome.call().id());
      Joined joined = outcome.joined();
      if (socket != null && isTheirs && joined != null) {
        Absence gone = live.sit(change.after().id(), joined.userId(), socket.id(), joined.device());
        if (gone != null) {
          awaitReturn(gone, config.rejoin());
        }
      }
      if (change.before() == null) {
        announcer.ringAll(change.after());
        awaitAnswers(change.after());
      }
      announcer.tell(change.news());
      LiveCalls.Seat seat = joined == null ? null : live.seat(change.after().id(), joined.userId());
      if (seat != null && joined != null && isTheirs && socket != null) {
        announcer.tell(seat);
        if (!isGuest(change.after(), joined.userId())) {
          lobby.joined(change.after().id(), joined.userId(), joined.mayAdmit(), socket);
        }
      }
      if (change.after().state() == Call.State.ENDED) {
        lobby.callOver(change.after().id());
      }
    }
  }

  private static boolean isGuest(Call call, String userId) {
    Participant participant = CallRules.find(call, userId);
    return participant != null && participant.guest();
  }

  private void tellPresence(Call call) {
    Map<Boolean, Set<String>> joined =
        call.participants().stream()
            .collect(
                Collectors.partitioningBy(
                    CallRules::isJoined,
                    Collectors.mapping(Participant::userId, Collectors.toUnmodifiableSet())));
    presence.inCall(
        call.id(), joined.getOrDefault(true, Set.of()), joined.getOrDefault(false, Set.of()));
  }

  private void awaitAnswers(Call call) {
    Instant until = call.createdAt().plus(config.ring());
    Duration left = Duration.between(timer.now(), until);
    timer.after(
        left.isNegative() ? Duration.ZERO : left,
        () -> change(call.id(), (handle, now) -> CallRules.ringTimedOut(now, timer.now())));
  }

  private void awaitReturn(Absence absence, Duration grace) {
    timer.after(
        grace,
        () ->
            change(
                absence.callId(),
                (handle, call) -> {
                  Participant participant = CallRules.find(call, absence.userId());
                  boolean stillAway =
                      participant != null
                          && participant.session() == absence.session()
                          && live.isAway(absence.callId(), absence.userId());
                  return stillAway ? CallRules.leave(call, absence.userId(), timer.now()) : call;
                }));
  }

  private Call require(Handle handle, String callId) {
    return calls.find(handle, callId).orElseThrow(() -> ProblemException.notFound("call"));
  }

  private static void requireParticipant(Call call, String userId) {
    if (CallRules.find(call, userId) == null) {
      throw ProblemException.notFound("call");
    }
  }
}
