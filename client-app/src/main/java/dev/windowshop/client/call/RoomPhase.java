package dev.windowshop.client.call;

import dev.windowshop.client.call.CallState.Active;
import dev.windowshop.client.call.CallState.Idle;
import dev.windowshop.client.call.CallState.Outgoing;
import dev.windowshop.client.call.CallState.Reason;
import dev.windowshop.client.call.Room.Link;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent.Connection;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.Participant;
import dev.windowshop.protocol.ServerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Inside a call: who is there, their connections, and coming back when the relay or the media
/// process went away. Pure, as [CallReducer].
///
/// Coming back is always the same: join again. That is a new session, and everybody makes a new
/// connection to a newer session, which the newcomer offers.
final class RoomPhase {
  private static final Duration ANOTHER_TRY = Duration.ofSeconds(1);
  private static final Duration GIVE_UP = Duration.ofSeconds(30);

  private final String self;
  private final LocalSources sources;

  RoomPhase(String self, LocalSources sources) {
    this.self = self;
    this.sources = sources;
  }

  Step reduce(Room room, CallEvent event) {
    return switch (event) {
      case CallEvent.HungUp hungUp -> leave(room, new Idle());
      case CallEvent.SignedOut signedOut -> Step.to(new Idle(), close(room));
      case CallEvent.Muted muted ->
          stay(
              room.withLocal(room.local().withMuted(muted.muted())),
              new CallEffect.Media(new MediaCommand.SetMuted(room.callId(), muted.muted())));
      case CallEvent.CameraSwitched camera ->
          stay(
              room.withLocal(room.local().withCamera(camera.on())),
              new CallEffect.Media(new MediaCommand.SetCamera(room.callId(), camera.on())));
      case CallEvent.HandRaised hand ->
          stay(
              room.withLocal(room.local().withHand(hand.raised())),
              new CallEffect.Media(new MediaCommand.SetHand(room.callId(), hand.raised())));
      case CallEvent.Reacted reacted ->
          stay(
              room.withLocal(room.local().reacting(reacted.emoji())),
              new CallEffect.Media(new MediaCommand.React(room.callId(), reacted.emoji())));
      case CallEvent.Deafened deafened -> deafen(room, deafened);
      case CallEvent.Shared shared ->
          stay(
              room.withLocal(room.local().withSharing(shared.source())),
              new CallEffect.Media(new MediaCommand.SetSharing(room.callId(), shared.source())));
      case CallEvent.SourcesChosen chosen ->
          stay(
              room,
              new CallEffect.Media(new MediaCommand.SetSources(room.callId(), chosen.sources())));
      case CallEvent.Changed changed -> changed(room, changed.now(), changed.at());
      case CallEvent.Signalled signalled -> signalled(room, signalled.signal());
      case CallEvent.Entered entered -> entered(room, entered);
      case CallEvent.NotEntered failed -> notEntered(room, failed);
      case CallEvent.Connected connected -> join(room);
      case CallEvent.Disconnected disconnected -> disconnected(room);
      case CallEvent.Waited waited -> waited(room, waited);
      case CallEvent.Media happened ->
          switch (RoomMedia.reduce(room, happened.event())) {
            case RoomMedia.Outcome.Stays stays -> new Step(wrap(stays.room()), stays.effects());
            case RoomMedia.Outcome.Rejoins rejoins -> join(rejoins.room());
            case RoomMedia.Outcome.Fails fails ->
                leaveSaying(room, Reason.MEDIA_FAILED, fails.why(), happened.at());
          };
      case CallEvent.Dialled dialled -> stay(room);
      case CallEvent.Accepted accepted -> stay(room);
      case CallEvent.Declined declined -> stay(room);
      case CallEvent.Dismissed _ ->
          stay(room.withLocal(room.local().withSwitched(null).withSoundless(false)));
      case CallEvent.Rang rang -> stay(room);
      case CallEvent.EndedForAll _ -> stay(room, new CallEffect.End(room.callId()));
      // What there is beside this call is its reducer's matter.
      case CallEvent.WaitingAccepted _ -> stay(room);
      case CallEvent.WaitingDeclined _ -> stay(room);
      case CallEvent.Swapped _ -> stay(room);
      case CallEvent.JoinedRunning _ -> stay(room);
      case CallEvent.Recalled _ -> stay(room);
      case CallEvent.Placed _ -> stay(room);
      case CallEvent.GuestRemoved removed ->
          stay(room, new CallEffect.RemoveGuest(room.callId(), removed.userId()));
      case CallEvent.Knocked _ -> stay(room);
      case CallEvent.KnockTaken _ -> stay(room);
      case CallEvent.KnockFailed _ -> stay(room);
      case CallEvent.KnockedAt _ -> stay(room);
      case CallEvent.KnockEnded _ -> stay(room);
      case CallEvent.KnockAnswered _ -> stay(room);
    };
  }

  private static Step deafen(Room room, CallEvent.Deafened deafened) {
    Peer peer = room.peer(deafened.userId());
    return peer == null
        ? stay(room)
        : stay(
            room.withPeer(peer.key(), p -> p.with(signs -> signs.withDeaf(deafened.deaf()))),
            new CallEffect.Media(
                new MediaCommand.SetDeaf(room.callId(), peer.key(), deafened.deaf())));
  }

  /// The relay let us in for the first time.
  Step enter(CallEvent.Entered entered, boolean muted, boolean cameraOn, Early early) {
    Local local = Local.of(cameraOn, sources.picture()).withMuted(muted);
    return enter(entered, local, early, null);
  }

  private Step entered(Room room, CallEvent.Entered entered) {
    return entered.call().id().equals(room.callId())
        ? enter(entered, room.local(), room.early(), room)
        : stay(room, new CallEffect.Leave(entered.call().id()));
  }

  private Step enter(CallEvent.Entered entered, Local local, Early early, @Nullable Room before) {
    Call call = entered.call();
    Participant me = find(call.participants(), self);
    if (before != null && me != null && me.session() < before.session()) {
      return stay(before);
    }
    List<CallEffect> effects = new ArrayList<>();
    List<Peer> peers = new ArrayList<>();
    long session = me == null ? 0 : me.session();
    if (before != null && before.mediaOpen()) {
      before
          .peers()
          .forEach(peer ->
              effects.add(
                  new CallEffect.Media(new MediaCommand.RemovePeer(call.id(), peer.key()))));
    } else if (call.state() != Call.State.ENDED) {
      effects.add(
          new CallEffect.Media(
              new MediaCommand.OpenCall(
                  call.id(),
                  call.media(),
                  entered.iceServers(),
                  local.muted(),
                  local.cameraOn(),
                  entered.policy() == Call.IceTransportPolicy.RELAY,
                  sources)));
      if (local.sharing() != null) {
        effects.add(new CallEffect.Media(new MediaCommand.SetSharing(call.id(), local.sharing())));
      }
      if (local.handRaised()) {
        effects.add(new CallEffect.Media(new MediaCommand.SetHand(call.id(), true)));
      }
    }
    Instant since = before == null ? null : before.since();
    if (since == null && call.state() == Call.State.ACTIVE) {
      since = entered.at();
    }
    Room room =
        new Room(
            call.id(),
            call.conversationId(),
            call.media(),
            session,
            call.revision(),
            call.participants(),
            since,
            local,
            List.of(),
            true,
            Link.JOINED,
            Early.NONE);
    if (call.state() == Call.State.ENDED) {
      return ended(room, call.reason(), entered.at());
    }
    for (Participant other : othersIn(call.participants())) {
      Peer known = before == null ? null : before.peer(other.userId());
      peers.add(meet(room, other, known, true, effects));
    }
    return caughtUp(new Step(wrap(room.withPeers(peers)), effects), call.id(), early, entered.at());
  }

  /// What came before the answer did happens now.
  private Step caughtUp(Step step, String callId, Early early, Instant at) {
    ServerEvent.CallState newest = early.newest();
    Step after = step;
    if (newest != null && newest.callId().equals(callId)) {
      after = after.then(state -> inRoom(state, room -> changed(room, newest, at)));
    }
    for (Call.Signal signal : early.signals()) {
      after = after.then(state -> inRoom(state, room -> signalled(room, signal)));
    }
    return after;
  }

  private static Step inRoom(CallState state, Function<Room, Step> step) {
    Room room = state.currentRoom();
    return room == null ? Step.to(state) : step.apply(room);
  }

  private Step changed(Room room, ServerEvent.CallState now, Instant at) {
    if (!now.callId().equals(room.callId()) || now.revision() <= room.revision()) {
      return stay(room);
    }
    if (now.state() == Call.State.ENDED) {
      return ended(room, now.reason(), at);
    }
    if (room.link() == Link.JOINING) {
      return stay(room.withEarly(room.early().with(now)));
    }
    Participant me = find(now.participants(), self);
    if (me == null || me.state() != Call.ParticipantState.JOINED) {
      // While we were away the relay stopped waiting; the next join says how it stands.
      return room.link() == Link.LOST ? stay(room) : ended(room, null, at);
    }
    if (me.session() > room.session()) {
      // Another device of ours took over.
      return Step.to(new Idle(), close(room));
    }
    Instant since = room.since() == null && now.state() == Call.State.ACTIVE ? at : room.since();
    Room told = room.told(now.revision(), now.participants(), since);
    List<CallEffect> effects = new ArrayList<>();
    List<Peer> peers = new ArrayList<>();
    for (Participant other : othersIn(now.participants())) {
      Peer known = room.peer(other.userId());
      peers.add(
          known != null && known.key().session() >= other.session()
              ? known
              : meet(told, other, known, false, effects));
    }
    for (Peer peer : room.peers()) {
      if (peers.stream().noneMatch(p -> p.userId().equals(peer.userId()))) {
        effects.add(new CallEffect.Media(new MediaCommand.RemovePeer(room.callId(), peer.key())));
      }
    }
    return new Step(wrap(told.withPeers(peers)), effects);
  }

  private Peer meet(
      Room room,
      Participant other,
      @Nullable Peer known,
      boolean offerer,
      List<CallEffect> effects) {
    PeerKey key = new PeerKey(other.userId(), other.session());
    boolean polite = self.compareTo(other.userId()) > 0;
    effects.add(
        new CallEffect.Media(
            new MediaCommand.AddPeer(
                room.callId(), key, room.session(), offerer, polite, other.guest())));
    if (known != null && known.signs().deaf()) {
      effects.add(new CallEffect.Media(new MediaCommand.SetDeaf(room.callId(), key, true)));
    }
    return Peer.connecting(key, known, room.media() == Call.Media.VIDEO);
  }

  private Step signalled(Room room, Call.Signal signal) {
    if (!signal.callId().equals(room.callId())) {
      return stay(room);
    }
    if (room.link() == Link.JOINING) {
      return stay(room.withEarly(room.early().with(signal)));
    }
    Peer peer = signal.from() == null ? null : room.peer(signal.from());
    if (peer == null
        || peer.key().session() != signal.session()
        || room.session() != signal.toSession()) {
      return stay(room);
    }
    return stay(room, new CallEffect.Media(RoomMedia.remote(room, peer.key(), signal)));
  }

  private Step notEntered(Room room, CallEvent.NotEntered failed) {
    if (!failed.key().equals(room.callId()) || room.link() != Link.JOINING) {
      return stay(room);
    }
    if (failed.refused()) {
      return Endings.say(
          Endings.of(room, self, Reason.OVER, failed.why(), failed.at()), close(room));
    }
    return stay(
        room.withLink(Link.LOST),
        new CallEffect.Wait(ANOTHER_TRY, room.callId(), room.session(), CallEvent.For.ANOTHER_TRY));
  }

  private Step join(Room room) {
    return stay(room.withLink(Link.JOINING), new CallEffect.Join(room.callId(), false));
  }

  private Step disconnected(Room room) {
    if (room.link() == Link.LOST) {
      return stay(room);
    }
    return stay(room.withLink(Link.LOST), giveUp(room));
  }

  private Step waited(Room room, CallEvent.Waited waited) {
    boolean stillLost =
        waited.key().equals(room.callId())
            && waited.session() == room.session()
            && room.link() != Link.JOINED;
    if (!stillLost) {
      return stay(room);
    }
    return switch (waited.what()) {
      case ANOTHER_TRY -> room.link() == Link.LOST ? join(room) : stay(room);
      case GIVING_UP ->
          // Those who still see each other need no relay.
          room.peers().stream().anyMatch(p -> p.connection() == Connection.CONNECTED)
              ? stay(room, giveUp(room))
              : leaveSaying(room, Reason.CONNECTION_LOST, null, waited.at());
      case DISMISSAL -> stay(room);
    };
  }

  private static CallEffect giveUp(Room room) {
    return new CallEffect.Wait(GIVE_UP, room.callId(), room.session(), CallEvent.For.GIVING_UP);
  }

  private Step ended(Room room, @Nullable String reason, Instant at) {
    return Endings.say(Endings.of(room, self, Endings.reason(reason), null, at), close(room));
  }

  private Step leaveSaying(Room room, Reason reason, @Nullable String detail, Instant at) {
    return Endings.say(
        Endings.of(room, self, reason, detail, at),
        new CallEffect.Leave(room.callId()),
        close(room));
  }

  private static Step leave(Room room, CallState next) {
    return Step.to(next, new CallEffect.Leave(room.callId()), close(room));
  }

  private static CallEffect close(Room room) {
    return new CallEffect.Media(new MediaCommand.CloseCall(room.callId()));
  }

  private static Step stay(Room room, CallEffect... effects) {
    return Step.to(wrap(room), effects);
  }

  static CallState wrap(Room room) {
    return room.since() == null ? new Outgoing(room) : new Active(room);
  }

  private List<Participant> othersIn(List<Participant> participants) {
    return participants.stream()
        .filter(p -> p.state() == Call.ParticipantState.JOINED && !p.userId().equals(self))
        .toList();
  }

  private static @Nullable Participant find(List<Participant> participants, String userId) {
    for (Participant participant : participants) {
      if (participant.userId().equals(userId)) {
        return participant;
      }
    }
    return null;
  }
}
