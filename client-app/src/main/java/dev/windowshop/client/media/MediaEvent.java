package dev.windowshop.client.media;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a [MediaEngine] tells.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MediaEvent.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = MediaEvent.LocalDescription.class, name = "local_description"),
  @JsonSubTypes.Type(value = MediaEvent.LocalCandidate.class, name = "local_candidate"),
  @JsonSubTypes.Type(value = MediaEvent.PeerState.class, name = "peer_state"),
  @JsonSubTypes.Type(value = MediaEvent.PeerMedia.class, name = "peer_media"),
  @JsonSubTypes.Type(value = MediaEvent.PeerReacted.class, name = "peer_reacted"),
  @JsonSubTypes.Type(value = MediaEvent.PeerCode.class, name = "peer_code"),
  @JsonSubTypes.Type(value = MediaEvent.Quality.class, name = "quality"),
  @JsonSubTypes.Type(value = MediaEvent.TileOpened.class, name = "tile_opened"),
  @JsonSubTypes.Type(value = MediaEvent.TileClosed.class, name = "tile_closed"),
  @JsonSubTypes.Type(value = MediaEvent.ScreenOpened.class, name = "screen_opened"),
  @JsonSubTypes.Type(value = MediaEvent.ScreenClosed.class, name = "screen_closed"),
  @JsonSubTypes.Type(value = MediaEvent.Sharing.class, name = "sharing"),
  @JsonSubTypes.Type(value = MediaEvent.Screens.class, name = "screens"),
  @JsonSubTypes.Type(value = MediaEvent.ScreenPictured.class, name = "screen_pictured"),
  @JsonSubTypes.Type(value = MediaEvent.NetworkChanged.class, name = "network_changed"),
  @JsonSubTypes.Type(value = MediaEvent.Levels.class, name = "levels"),
  @JsonSubTypes.Type(value = MediaEvent.Stats.class, name = "stats"),
  @JsonSubTypes.Type(value = MediaEvent.Devices.class, name = "devices"),
  @JsonSubTypes.Type(value = MediaEvent.DeviceSwitched.class, name = "device_switched"),
  @JsonSubTypes.Type(value = MediaEvent.LocalMedia.class, name = "local_media"),
  @JsonSubTypes.Type(value = MediaEvent.SoundServer.class, name = "sound_server"),
  @JsonSubTypes.Type(value = MediaEvent.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = MediaEvent.Died.class, name = "died"),
  @JsonSubTypes.Type(value = MediaEvent.Restarted.class, name = "restarted"),
})
public sealed interface MediaEvent {
  /// The call that it is about, null for none.
  default @Nullable String call() {
    return switch (this) {
      case LocalDescription e -> e.callId();
      case LocalCandidate e -> e.callId();
      case PeerState e -> e.callId();
      case PeerMedia e -> e.callId();
      case PeerReacted e -> e.callId();
      case PeerCode e -> e.callId();
      case Quality e -> e.callId();
      case TileOpened e -> e.callId();
      case TileClosed e -> e.callId();
      case ScreenOpened e -> e.callId();
      case ScreenClosed e -> e.callId();
      case Sharing e -> e.callId();
      case Levels e -> e.callId();
      case Stats e -> e.callId();
      case DeviceSwitched e -> e.callId();
      case LocalMedia e -> e.callId();
      case SoundServer e -> e.callId();
      case Failed e -> e.callId();
      case Ready _, Devices _, Screens _, ScreenPictured _, NetworkChanged _, Died _, Restarted _ ->
          null;
    };
  }

  /// The engine runs. Each start of it has a larger generation.
  record Ready(long generation, long pid) implements MediaEvent {}

  /// To be signalled to the peer as it is, from `mySession` to the peer's.
  record LocalDescription(String callId, PeerKey peer, long mySession, JsonNode description)
      implements MediaEvent {}

  /// @param candidate null ends them
  record LocalCandidate(String callId, PeerKey peer, long mySession, @Nullable JsonNode candidate)
      implements MediaEvent {
    public LocalCandidate {
      candidate = candidate == null || candidate.isNull() ? null : candidate;
    }
  }

  record PeerState(String callId, PeerKey peer, Connection connection) implements MediaEvent {}

  enum Connection {
    @JsonProperty("connecting")
    CONNECTING,
    @JsonProperty("connected")
    CONNECTED,
    /// For the moment; it may come back by itself.
    @JsonProperty("disconnected")
    DISCONNECTED,
    /// Needs [MediaCommand.RestartIce].
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("closed")
    CLOSED
  }

  /// What the peer says it sends; a tile without a camera stays open with its last picture.
  ///
  /// @param handRaised they want to say something
  record PeerMedia(String callId, PeerKey peer, boolean muted, boolean cameraOn, boolean handRaised)
      implements MediaEvent {}

  /// They showed an emoji.
  record PeerReacted(String callId, PeerKey peer, String emoji) implements MediaEvent {}

  /// Digits that the peer sees alike when nobody is between the two.
  record PeerCode(String callId, PeerKey peer, String code) implements MediaEvent {}

  /// What is sent is less than it could be, or everything again.
  ///
  /// @param step 0 for everything, then fewer frames, a smaller picture, a smaller one yet; with
  ///   `audioOnly` no picture
  record Quality(String callId, int step, boolean audioOnly, Strain strain) implements MediaEvent {}

  /// What holds a call back.
  enum Strain {
    @JsonProperty("none")
    NONE,
    @JsonProperty("network")
    NETWORK,
    @JsonProperty("computer")
    COMPUTER
  }

  /// Pictures come in this file, to be read with a `FrameReader`.
  ///
  /// @param peer null for one's own picture
  record TileOpened(String callId, @Nullable PeerKey peer, Path frames) implements MediaEvent {}

  record TileClosed(String callId, @Nullable PeerKey peer) implements MediaEvent {}

  /// A peer shares a screen or a window, to be seen in this file.
  record ScreenOpened(String callId, PeerKey peer, Path frames) implements MediaEvent {}

  record ScreenClosed(String callId, PeerKey peer) implements MediaEvent {}

  /// What one shares from now on; null for nothing, also when it did not start.
  record Sharing(String callId, @Nullable ScreenSource source) implements MediaEvent {}

  record Screens(List<ScreenSource> sources) implements MediaEvent {}

  /// A small picture of one of [Screens], the only one in this file.
  record ScreenPictured(ScreenSource source, Path frames) implements MediaEvent {}

  /// This machine is on another network, noticed during a call.
  record NetworkChanged() implements MediaEvent {}

  /// A few times a second.
  record Levels(String callId, List<Level> levels) implements MediaEvent {}

  /// @param peer null for one's own microphone
  /// @param level 0 to 1
  /// @param tone how much of it is at the frequency of [MediaCommand.ListenFor], 0 to 1
  record Level(@Nullable PeerKey peer, double level, boolean speaking, double tone) {}

  /// Once a second for each connected peer.
  ///
  /// @param roundTripMs -1 when not known
  /// @param receivedKbps picture and sound, as is `sentKbps`
  /// @param lost share of packets that did not arrive in the last second, 0 to 1
  /// @param relay how a TURN server is reached, `udp`, `tcp` or `tls`, where one is between the
  ///   two; empty where the way is direct
  /// @param sentLost share of what we send that the peer did not get, 0 to 1
  /// @param received their camera's picture
  /// @param sent our camera's picture
  /// @param receivedScreen what they share beside it, as `sentScreen` is what we share
  record Stats(
      String callId,
      PeerKey peer,
      double roundTripMs,
      double receivedKbps,
      double sentKbps,
      double lost,
      String relay,
      double sentLost,
      Flow received,
      Flow sent,
      Flow receivedScreen,
      Flow sentScreen)
      implements MediaEvent {
    public boolean relayed() {
      return !relay.isEmpty();
    }

    /// Decoded of their camera.
    public double framesPerSecond() {
      return received.framesPerSecond();
    }
  }

  /// One picture on its way, as it was in the last second.
  ///
  /// @param codec empty for no picture, for which all else is 0
  record Flow(String codec, int width, int height, double framesPerSecond, double kbps) {
    public static final Flow NONE = new Flow("", 0, 0, 0, 0);
  }

  record Devices(List<Device> cameras, List<Device> microphones, List<Device> speakers)
      implements MediaEvent {}

  record Device(String id, String name) {}

  /// A device was unplugged, or one that is wanted came, during a call.
  ///
  /// @param from what was used, null for none
  /// @param to what is used now, null for none
  /// @param hangs one is there, and does not answer
  record DeviceSwitched(
      String callId, DeviceKind kind, @Nullable String from, @Nullable String to, boolean hangs)
      implements MediaEvent {}

  enum DeviceKind {
    @JsonProperty("camera")
    CAMERA,
    @JsonProperty("microphone")
    MICROPHONE,
    @JsonProperty("speaker")
    SPEAKER
  }

  /// What one really sends, at opening and at each change.
  ///
  /// @param picture not the wanted one when there is no camera
  /// @param sound not the wanted one when there is no microphone
  record LocalMedia(
      String callId,
      LocalSources.Picture picture,
      LocalSources.Sound sound,
      boolean muted,
      boolean cameraOn)
      implements MediaEvent {}

  /// Whether this machine has sound at all: at opening, where devices are wanted, and at each
  /// change. When it comes back during a call the engine starts anew, because what the library held
  /// of the old server is of no use: [Died], [Restarted].
  record SoundServer(String callId, boolean answers) implements MediaEvent {}

  /// This call cannot go on here.
  record Failed(String callId, String reason) implements MediaEvent {}

  /// The engine is gone and all of its calls, peers and tiles with it.
  ///
  /// @param willRestart false when it died too often: the next [MediaCommand.OpenCall] tries again
  record Died(String reason, boolean willRestart) implements MediaEvent {}

  /// It is back and empty: open the calls again, with a new session.
  record Restarted(long generation) implements MediaEvent {}
}
