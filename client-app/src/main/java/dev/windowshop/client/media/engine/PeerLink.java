package dev.windowshop.client.media.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpReceiver;
import dev.onvoid.webrtc.RTCRtpSendParameters;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStatsType;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.protocol.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One peer connection of one call.
final class PeerLink {
  private static final Logger LOG = LoggerFactory.getLogger(PeerLink.class);
  private static final int LONGEST_EMOJI = 16;

  /// The stream of what is shared beside the camera.
  private static final String SCREEN = "windowshop-screen";

  private static final Duration SETTLING = Duration.ofSeconds(4);
  private static final List<String> STREAM = List.of("windowshop");

  private final EngineLoop loop;
  private final MediaCommand.AddPeer command;
  private final RTCPeerConnection connection;
  private final RtcSignalling signalling;
  private final Negotiation negotiation;
  private final PeerNotes notes;
  private final LocalSound sound;
  private final Path folder;
  private final Tile tile;
  private final LevelMeter meter = new LevelMeter();
  private @Nullable VideoTrack video;
  private @Nullable AudioTrack audio;
  private @Nullable RTCRtpSender videoSender;
  private @Nullable RTCRtpSender audioSender;
  private @Nullable RTCRtpSender screenSender;
  private @Nullable VideoTrack screen;
  private @Nullable Tile screenTile;
  private @Nullable String ownScreenTrack;
  private @Nullable PeerStats lastStats;
  private QualityLadder.Second second = new QualityLadder.Second(0, -1, 0);
  private boolean connected;
  private long connectedAt;
  private boolean deaf;
  private boolean held;
  private boolean closed;

  PeerLink(
      EngineLoop loop,
      NativeMedia natives,
      Path folder,
      CallPath path,
      MediaCommand.AddPeer command,
      LocalSound sound,
      PeerNotes.Note note) {
    this.loop = loop;
    this.command = command;
    this.sound = sound;
    this.folder = folder;
    tile = new Tile(loop, folder, command.callId(), command.peer());
    connection = natives.factory().createPeerConnection(path.configuration(), new Observer());
    signalling = new RtcSignalling(loop, connection, this::send);
    negotiation = new Negotiation(signalling, command.offerer(), command.polite());
    notes = new PeerNotes(loop, connection, note, this::heard);
    if (sound.sends()) {
      sound.whileQuiet(() -> audioSender = connection.addTrack(sound.track(), STREAM));
    } else if (command.offerer()) {
      connection.addTransceiver(sound.track(), receiveOnly());
    }
  }

  private static RTCRtpTransceiverInit receiveOnly() {
    RTCRtpTransceiverInit init = new RTCRtpTransceiverInit();
    init.direction = RTCRtpTransceiverDirection.RECV_ONLY;
    return init;
  }

  PeerKey peer() {
    return command.peer();
  }

  boolean connected() {
    return connected;
  }

  /// Whether what was lost says how the way is now. Just after an interruption everything that was
  /// sent during it counts as lost.
  boolean settled() {
    return connected && System.nanoTime() - connectedAt > SETTLING.toNanos();
  }

  /// Whether what they say is not to be heard here.
  void setDeaf(boolean deaf) {
    this.deaf = deaf;
    listen();
  }

  /// The same while the call is on hold.
  void setHeld(boolean held) {
    this.held = held;
    listen();
  }

  private void listen() {
    if (audio != null) {
      audio.setEnabled(!deaf && !held);
    }
  }

  LevelMeter meter() {
    return meter;
  }

  void sendVideo(LocalVideo local, VideoSize size) {
    if (videoSender == null) {
      videoSender = connection.addTrack(local.track(), STREAM);
    }
    limit(size);
  }

  void sendScreen(ScreenShare screen) {
    if (screenSender == null) {
      screenSender = connection.addTrack(screen.track(), List.of(SCREEN));
      ownScreenTrack = screen.track().getId();
    }
  }

  void stopScreen() {
    RTCRtpSender sender = screenSender;
    screenSender = null;
    ownScreenTrack = null;
    if (sender != null) {
      connection.removeTrack(sender);
    }
  }

  void limit(VideoSize size) {
    RTCRtpSender sender = videoSender;
    if (sender == null) {
      return;
    }
    RTCRtpSendParameters parameters = sender.getParameters();
    for (RTCRtpEncodingParameters encoding : parameters.encodings) {
      encoding.maxBitrate = size.maxBitsPerSecond();
    }
    sender.setParameters(parameters);
  }

  void remote(JsonNode description) {
    negotiation.remote(Description.of(description));
  }

  void candidate(@Nullable JsonNode candidate) {
    if (candidate != null) {
      negotiation.candidate(candidate);
    }
  }

  void restartIce() {
    connection.restartIce();
  }

  void say(PeerNotes.Note note) {
    notes.say(note);
  }

  void react(String emoji) {
    notes.react(emoji);
  }

  /// How the last second was.
  QualityLadder.Second second() {
    return second;
  }

  /// Answers later, or not at all when the connection goes before.
  void readStats() {
    PeerStats.Tracks tracks = new PeerStats.Tracks(id(video), id(screen), ownScreenTrack);
    connection.getStats(report -> {
      PeerStats stats = PeerStats.of(report, tracks);
      loop.post(() -> {
        if (!closed) {
          loop.emit(stats.since(lastStats, command.callId(), peer()));
          second = stats.second(lastStats);
          lastStats = stats;
        }
      });
    });
  }

  private static @Nullable String id(@Nullable VideoTrack track) {
    return track == null ? null : track.getId();
  }

  /// How loud our own microphone is, as the connection measures it.
  void readOwnLevel(DoubleConsumer level) {
    if (audioSender == null) {
      return;
    }
    connection.getStats(
        audioSender,
        report ->
            report.getStats().values().stream()
                .filter(stats -> stats.getType() == RTCStatsType.MEDIA_SOURCE)
                .map(stats -> stats.getAttributes().get("audioLevel"))
                .filter(Double.class::isInstance)
                .findFirst()
                .ifPresent(found -> loop.post(() -> level.accept((Double) found))));
  }

  private void send(Description description) {
    loop.emit(
        new MediaEvent.LocalDescription(
            command.callId(), peer(), command.mySession(), description.json()));
  }

  private void send(@Nullable JsonNode candidate) {
    loop.emit(
        new MediaEvent.LocalCandidate(command.callId(), peer(), command.mySession(), candidate));
  }

  private void heard(PeerNotes.Note note) {
    loop.emit(
        new MediaEvent.PeerMedia(
            command.callId(),
            peer(),
            note.muted(),
            note.cameraOn(),
            Boolean.TRUE.equals(note.handRaised())));
    if (!Boolean.TRUE.equals(note.sharing())) {
      stopSeeingScreen();
    }
    String emoji = note.reaction();
    if (emoji != null && emoji.length() <= LONGEST_EMOJI) {
      loop.emit(new MediaEvent.PeerReacted(command.callId(), peer(), emoji));
    }
  }

  private void receive(RTCRtpTransceiver transceiver) {
    MediaStreamTrack track = transceiver.getReceiver().getTrack();
    if (track instanceof VideoTrack arrived && isScreen(transceiver)) {
      stopSeeingScreen();
      Tile made = Tile.ofScreen(loop, folder, command.callId(), peer());
      screen = arrived;
      screenTile = made;
      arrived.addSink(made);
    } else if (track instanceof VideoTrack arrived && video == null) {
      video = arrived;
      arrived.addSink(tile);
    } else if (track instanceof AudioTrack arrived && audio == null) {
      audio = arrived;
      listen();
      arrived.addSink(meter);
    }
  }

  /// By the name of its stream; of two pictures the later one, where they have none.
  private boolean isScreen(RTCRtpTransceiver transceiver) {
    RTCSessionDescription theirs = connection.getRemoteDescription();
    String mid = transceiver.getMid();
    String stream = theirs == null || mid == null ? "" : Description.stream(theirs.sdp, mid);
    return stream.equals(SCREEN)
        || (video != null && !video.getId().equals(transceiver.getReceiver().getTrack().getId()));
  }

  private void stopSeeingScreen() {
    VideoTrack seen = screen;
    Tile shown = screenTile;
    screen = null;
    screenTile = null;
    if (seen != null && shown != null) {
      seen.removeSink(shown);
      shown.close();
    }
  }

  private void changed(RTCPeerConnectionState state) {
    connected = state == RTCPeerConnectionState.CONNECTED;
    if (connected) {
      connectedAt = System.nanoTime();
      tellCode();
    }
    loop.emit(
        new MediaEvent.PeerState(
            command.callId(),
            peer(),
            switch (state) {
              case NEW, CONNECTING -> MediaEvent.Connection.CONNECTING;
              case CONNECTED -> MediaEvent.Connection.CONNECTED;
              case DISCONNECTED -> MediaEvent.Connection.DISCONNECTED;
              case FAILED -> MediaEvent.Connection.FAILED;
              case CLOSED -> MediaEvent.Connection.CLOSED;
            }));
  }

  private void tellCode() {
    RTCSessionDescription mine = connection.getLocalDescription();
    RTCSessionDescription theirs = connection.getRemoteDescription();
    String code = mine == null || theirs == null ? null : SafetyCode.of(mine.sdp, theirs.sdp);
    if (code != null) {
      loop.emit(new MediaEvent.PeerCode(command.callId(), peer(), code));
    }
  }

  void close() {
    if (closed) {
      return;
    }
    closed = true;
    connected = false;
    signalling.close();
    if (video != null) {
      video.removeSink(tile);
    }
    if (audio != null) {
      audio.removeSink(meter);
    }
    stopSeeingScreen();
    try {
      notes.close();
      sound.whileQuiet(connection::close);
    } catch (RuntimeException | Error e) {
      LOG.warn("a connection did not close cleanly", e);
    }
    tile.close();
    loop.emit(new MediaEvent.PeerState(command.callId(), peer(), MediaEvent.Connection.CLOSED));
  }

  /// Called by the native signalling thread: posts, and never throws.
  private final class Observer implements PeerConnectionObserver {
    private void post(Runnable work) {
      loop.post(() -> {
        if (!closed) {
          work.run();
        }
      });
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
      Map<String, Object> json = new HashMap<>();
      json.put("candidate", candidate.sdp);
      json.put("sdpMid", candidate.sdpMid);
      json.put("sdpMLineIndex", candidate.sdpMLineIndex);
      post(() -> send(Json.tree(json)));
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
      if (state == RTCIceGatheringState.COMPLETE) {
        post(() -> send((JsonNode) null));
      }
    }

    @Override
    public void onRenegotiationNeeded() {
      post(() -> negotiation.needed());
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
      post(() -> changed(state));
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
      post(() -> receive(transceiver));
    }

    @Override
    public void onRemoveTrack(RTCRtpReceiver receiver) {
      post(() -> {
        VideoTrack seen = screen;
        if (seen != null && seen.getId().equals(receiver.getTrack().getId())) {
          stopSeeingScreen();
        }
      });
    }
  }
}
