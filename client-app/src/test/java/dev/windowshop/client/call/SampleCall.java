package dev.windowshop.client.call;

import dev.windowshop.client.media.LocalSources.Picture;
import dev.windowshop.client.media.MediaEvent.Connection;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.client.media.frames.FrameWriter;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Call.Participant;
import dev.windowshop.protocol.Call.ParticipantState;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Calls as views see them, with drawn pictures in real frame files.
final class SampleCall implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-01-02T12:03:07Z");
  static final Map<String, User> PEOPLE =
      Map.of(
          "mara", user("mara", "Mara Lindqvist"),
          "theo", user("theo", "Theo Okafor"),
          "yuki", user("yuki", "Yuki Tan"),
          "alex", user("alex", "Alexandra Bundesverfassungsgericht"));

  static final CallReach REACH =
      new CallReach(
          Map.of("place", new CallReach.Place("Mara Lindqvist", null, false)), Set.of("place"));

  private final Path folder;
  private final List<FrameWriter> writers = new ArrayList<>();

  SampleCall(Path folder) {
    this.folder = folder;
  }

  static CallLink.Knock knock(String id, String callId, String name) {
    return new CallLink.Knock(
        id, callId, "link", user(name, name), CallLink.KnockState.WAITING, NOW);
  }

  static CallLink link(String callId) {
    return new CallLink(
        "link",
        callId,
        null,
        Call.Media.VIDEO,
        2,
        user("mara", "Mara Lindqvist"),
        Invite.State.PENDING,
        "token",
        0,
        null,
        NOW,
        NOW);
  }

  /// A frame file whose pictures are [#paint]ed.
  FrameWriter film() {
    try {
      FrameWriter writer = FrameWriter.create(folder.resolve("film-" + writers.size()), 640, 360);
      writers.add(writer);
      return writer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a picture in shades of one colour.
  static void paint(FrameWriter film, int red, int green, int blue) {
    try {
      film.write(640, 360, System.nanoTime(), bgra -> shade(bgra, red, green, blue));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void shade(ByteBuffer bgra, int red, int green, int blue) {
    for (int y = 0; y < 360; y++) {
      int part = 128 + y * 127 / 359;
      for (int x = 0; x < 640; x++) {
        bgra.put((byte) (blue * part / 255))
            .put((byte) (green * part / 255))
            .put((byte) (red * part / 255))
            .put((byte) 255);
      }
    }
  }

  static CallState outgoing(@Nullable Path own) {
    return new CallState.Outgoing(
        room(
            null,
            new Local(false, true, Picture.PATTERN, false, own),
            List.of(),
            new Participant("mara", 0, ParticipantState.RINGING)));
  }

  static CallState active(Local local, Peer... peers) {
    return new CallState.Active(room(NOW.minusSeconds(187), local, List.of(peers)));
  }

  /// As it is while the media process is being started again.
  static CallState healing(Local local, Peer... peers) {
    return new CallState.Active(room(NOW.minusSeconds(187), local, List.of(peers)).withoutMedia());
  }

  static Peer peer(String userId, @Nullable Path frames, boolean speaking, boolean muted) {
    return new Peer(
        new PeerKey(userId, 1),
        muted,
        frames != null,
        speaking,
        Connection.CONNECTED,
        frames,
        Signs.NONE);
  }

  static CallState incoming(Call.Media media, String... others) {
    return new CallState.Incoming(call(media, others), List.of());
  }

  /// Mara rings.
  static Call call(Call.Media media, String... others) {
    List<Participant> participants = new ArrayList<>();
    participants.add(new Participant("mara", 1, ParticipantState.JOINED));
    participants.add(new Participant("me", 0, ParticipantState.RINGING));
    for (String other : others) {
      participants.add(new Participant(other, 0, ParticipantState.RINGING));
    }
    return new Call(
        "call", "place", media, Call.State.RINGING, null, "mara", participants, NOW, null, null, 1);
  }

  static CallState ended(CallState.Reason reason) {
    return new CallState.Ended(
        "call",
        "place",
        Call.Media.VIDEO,
        List.of("mara"),
        reason,
        null,
        reason == CallState.Reason.OVER ? Duration.ofSeconds(187) : null);
  }

  private static Room room(
      @Nullable Instant since, Local local, List<Peer> peers, Participant... awaited) {
    return new Room(
        "call",
        "place",
        Call.Media.VIDEO,
        1,
        1,
        List.of(awaited),
        since,
        local,
        peers,
        true,
        Room.Link.JOINED,
        Early.NONE);
  }

  private static User user(String id, String name) {
    return new User(id, id, name, null, null, null, null);
  }

  @Override
  public void close() throws IOException {
    for (FrameWriter writer : writers) {
      writer.close();
    }
  }
}
