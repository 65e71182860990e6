package dev.windowshop.client.call;

import dev.windowshop.client.media.LocalSources.Picture;
import dev.windowshop.protocol.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What each tile of a call shows.
final class TileLooks {
  /// Before the id of whoever shares a screen, for the tile of that.
  static final String SCREEN = "screen of ";

  static final String NO_CAMERA = "No camera: test picture";

  private final Known people;
  private final String self;

  /// @param self one's own user id, empty where it is not known
  TileLooks(Known people, String self) {
    this.people = people;
    this.self = self;
  }

  /// Everybody but oneself by user id, oneself last under the empty one.
  Map<String, TileViewModel.Look> of(Room room) {
    Map<String, TileViewModel.Look> looks = new LinkedHashMap<>();
    boolean back = room.mediaOpen();
    for (Peer peer : room.peers()) {
      if (peer.signs().screen() != null) {
        looks.put(
            SCREEN + peer.userId(),
            new TileViewModel.Look(
                people.name(peer.userId()) + " shares",
                null,
                peer.signs().screen(),
                true,
                false,
                false,
                false,
                "",
                false,
                null,
                false,
                "",
                false));
      }
      looks.put(
          peer.userId(),
          new TileViewModel.Look(
              people.name(peer.userId()) + (isGuest(room, peer.userId()) ? " (guest)" : ""),
              people.avatar(peer.userId()),
              peer.frames(),
              peer.cameraOn(),
              false,
              peer.muted(),
              peer.speaking(),
              back ? note(room, peer) : "",
              peer.signs().handRaised(),
              peer.signs().reaction(),
              peer.signs().deaf(),
              Objects.requireNonNullElse(peer.signs().code(), ""),
              isGuest(room, peer.userId())));
    }
    long awaited = room.participants().stream().filter(TileLooks::isAwaited).count();
    // Of one other person the heading says it already.
    String ringing = awaited + room.peers().size() > 1 ? "Ringing…" : "";
    for (Call.Participant participant : room.participants()) {
      if (isAwaited(participant)) {
        looks.put(
            participant.userId(),
            new TileViewModel.Look(
                people.name(participant.userId()),
                people.avatar(participant.userId()),
                null,
                false,
                false,
                false,
                false,
                ringing,
                false,
                null,
                false,
                "",
                false));
      }
    }
    Local local = room.local();
    boolean pattern = local.picture() == Picture.PATTERN && local.cameraOn();
    looks.put(
        "",
        new TileViewModel.Look(
            "You",
            self.isEmpty() ? null : people.avatar(self),
            local.frames(),
            local.cameraOn(),
            local.picture() == Picture.CAMERA,
            local.muted(),
            local.speaking(),
            pattern ? NO_CAMERA : Words.of(local.quality()),
            local.handRaised(),
            local.reaction(),
            false,
            "",
            false));
    return looks;
  }

  private static boolean isGuest(Room room, String userId) {
    return room.participants().stream().anyMatch(p -> p.userId().equals(userId) && p.guest());
  }

  private static String note(Room room, Peer peer) {
    boolean holds =
        room.participants().stream().anyMatch(p -> p.userId().equals(peer.userId()) && p.held());
    if (holds) {
      return "On hold";
    }
    String connection = connection(peer);
    boolean isPoor = Reception.of(peer.signs().stats()) == Reception.POOR;
    return connection.isEmpty() && isPoor ? Reception.cause(peer.signs().stats()) : connection;
  }

  private static String connection(Peer peer) {
    return switch (peer.connection()) {
      case CONNECTING -> "Connecting…";
      case CONNECTED, CLOSED -> "";
      case DISCONNECTED, FAILED -> "Reconnecting…";
    };
  }

  /// Who is in it, and who is awaited.
  static List<String> people(Room room) {
    List<String> ids = new ArrayList<>(room.peers().stream().map(Peer::userId).toList());
    room.participants().stream()
        .filter(TileLooks::isAwaited)
        .map(Call.Participant::userId)
        .forEach(ids::add);
    return ids;
  }

  private static boolean isAwaited(Call.Participant participant) {
    return participant.state() == Call.ParticipantState.INVITED
        || participant.state() == Call.ParticipantState.RINGING;
  }
}
