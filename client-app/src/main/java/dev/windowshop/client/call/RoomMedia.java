package dev.windowshop.client.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.MediaEvent.Connection;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.protocol.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the media engine tells about a call that we are in, and what it is told of signals. Pure.
final class RoomMedia {
  /// What an event of the engine comes to.
  sealed interface Outcome {
    record Stays(Room room, List<CallEffect> effects) implements Outcome {}

    /// The engine is new and empty.
    record Rejoins(Room room) implements Outcome {}

    record Fails(String why) implements Outcome {}
  }

  private RoomMedia() {}

  static Outcome reduce(Room room, MediaEvent event) {
    String callId = room.callId();
    return switch (event) {
      case MediaEvent.LocalDescription e when e.callId().equals(callId) ->
          signal(room, e.peer(), e.mySession(), e.description(), null);
      case MediaEvent.LocalCandidate e when e.callId().equals(callId) ->
          signal(room, e.peer(), e.mySession(), null, e.candidate());
      case MediaEvent.PeerState e when e.callId().equals(callId) -> peerState(room, e);
      case MediaEvent.PeerMedia e when e.callId().equals(callId) ->
          stays(
              room.withPeer(
                  e.peer(),
                  peer ->
                      peer.withMedia(e.muted(), e.cameraOn())
                          .with(signs -> signs.withHand(e.handRaised()))));
      case MediaEvent.ScreenOpened e when e.callId().equals(callId) ->
          stays(room.withPeer(e.peer(), peer -> peer.with(signs -> signs.withScreen(e.frames()))));
      case MediaEvent.ScreenClosed e when e.callId().equals(callId) ->
          stays(room.withPeer(e.peer(), peer -> peer.with(signs -> signs.withScreen(null))));
      case MediaEvent.Sharing e when e.callId().equals(callId) ->
          stays(room.withLocal(room.local().withSharing(e.source())));
      case MediaEvent.PeerReacted e when e.callId().equals(callId) ->
          stays(room.withPeer(e.peer(), peer -> peer.with(signs -> signs.reacting(e.emoji()))));
      case MediaEvent.PeerCode e when e.callId().equals(callId) ->
          stays(room.withPeer(e.peer(), peer -> peer.with(signs -> signs.withCode(e.code()))));
      case MediaEvent.Stats e when e.callId().equals(callId) ->
          stays(room.withPeer(e.peer(), peer -> peer.with(signs -> signs.withStats(e))));
      case MediaEvent.Quality e when e.callId().equals(callId) ->
          stays(room.withLocal(room.local().withQuality(e)));
      case MediaEvent.TileOpened e when e.callId().equals(callId) -> {
        PeerKey key = e.peer();
        yield stays(
            key == null
                ? room.withLocal(room.local().withFrames(e.frames()))
                : room.withPeer(key, peer -> peer.withFrames(e.frames())));
      }
      case MediaEvent.Levels e when e.callId().equals(callId) -> stays(levels(room, e.levels()));
      case MediaEvent.DeviceSwitched e when e.callId().equals(callId) ->
          stays(room.withLocal(room.local().withSwitched(e)));
      case MediaEvent.SoundServer e when e.callId().equals(callId) ->
          stays(room.withLocal(room.local().withSoundless(!e.answers())));
      case MediaEvent.LocalMedia e when e.callId().equals(callId) ->
          stays(room.withLocal(room.local().withPicture(e.picture())));
      case MediaEvent.Failed e when e.callId().equals(callId) -> new Outcome.Fails(e.reason());
      case MediaEvent.Died e -> died(room, e);
      case MediaEvent.Restarted e -> new Outcome.Rejoins(room.withoutMedia());
      // A closed tile keeps its last picture until there is another; the rest is about no room.
      case MediaEvent other -> stays(room);
    };
  }

  /// The command that gives a peer's signal to the engine.
  static MediaCommand remote(Room room, PeerKey peer, Call.Signal signal) {
    JsonNode description = signal.description();
    if (description != null) {
      return new MediaCommand.RemoteDescription(room.callId(), peer, description);
    }
    JsonNode candidate = signal.candidate();
    return new MediaCommand.RemoteCandidate(
        room.callId(), peer, candidate == null || candidate.isNull() ? null : candidate);
  }

  private static Outcome signal(
      Room room,
      PeerKey peer,
      long mySession,
      @Nullable JsonNode description,
      @Nullable JsonNode candidate) {
    if (mySession != room.session()) {
      return stays(room);
    }
    Call.Signal signal =
        new Call.Signal(
            room.callId(), peer.userId(), null, mySession, peer.session(), description, candidate);
    return new Outcome.Stays(room, List.of(new CallEffect.Signal(signal)));
  }

  private static Outcome peerState(Room room, MediaEvent.PeerState event) {
    Room after = room.withPeer(event.peer(), peer -> peer.withConnection(event.connection()));
    return event.connection() == Connection.FAILED
        ? new Outcome.Stays(
            after,
            List.of(new CallEffect.Media(new MediaCommand.RestartIce(room.callId(), event.peer()))))
        : stays(after);
  }

  private static Room levels(Room room, List<MediaEvent.Level> levels) {
    Room after = room;
    for (MediaEvent.Level level : levels) {
      PeerKey key = level.peer();
      after =
          key == null
              ? after.withLocal(
                  after.local().withSpeaking(level.speaking() && !after.local().muted()))
              : after.withPeer(key, peer -> peer.withSpeaking(level.speaking()));
    }
    return after;
  }

  private static Outcome died(Room room, MediaEvent.Died event) {
    if (!event.willRestart()) {
      return new Outcome.Fails(event.reason());
    }
    Room without = room.withoutMedia();
    return stays(
        without.withPeers(
            without.peers().stream()
                .map(peer -> peer.withSpeaking(false).withConnection(Connection.CONNECTING))
                .toList()));
  }

  private static Outcome stays(Room room) {
    return new Outcome.Stays(room, List.of());
  }
}
