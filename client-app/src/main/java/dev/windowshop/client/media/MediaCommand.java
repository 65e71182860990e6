package dev.windowshop.client.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one can ask of a [MediaEngine]. Descriptions and candidates are WebRTC's own JSON and pass
/// through opaquely.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MediaCommand.OpenCall.class, name = "open_call"),
  @JsonSubTypes.Type(value = MediaCommand.CloseCall.class, name = "close_call"),
  @JsonSubTypes.Type(value = MediaCommand.AddPeer.class, name = "add_peer"),
  @JsonSubTypes.Type(value = MediaCommand.RemovePeer.class, name = "remove_peer"),
  @JsonSubTypes.Type(value = MediaCommand.RemoteDescription.class, name = "remote_description"),
  @JsonSubTypes.Type(value = MediaCommand.RemoteCandidate.class, name = "remote_candidate"),
  @JsonSubTypes.Type(value = MediaCommand.RestartIce.class, name = "restart_ice"),
  @JsonSubTypes.Type(value = MediaCommand.SetMuted.class, name = "set_muted"),
  @JsonSubTypes.Type(value = MediaCommand.SetHeld.class, name = "set_held"),
  @JsonSubTypes.Type(value = MediaCommand.SetHand.class, name = "set_hand"),
  @JsonSubTypes.Type(value = MediaCommand.React.class, name = "react"),
  @JsonSubTypes.Type(value = MediaCommand.SetDeaf.class, name = "set_deaf"),
  @JsonSubTypes.Type(value = MediaCommand.ListenFor.class, name = "listen_for"),
  @JsonSubTypes.Type(value = MediaCommand.SetCamera.class, name = "set_camera"),
  @JsonSubTypes.Type(value = MediaCommand.SetVideoSize.class, name = "set_video_size"),
  @JsonSubTypes.Type(value = MediaCommand.SetSources.class, name = "set_sources"),
  @JsonSubTypes.Type(value = MediaCommand.SetSharing.class, name = "set_sharing"),
  @JsonSubTypes.Type(value = MediaCommand.SetMeter.class, name = "set_meter"),
  @JsonSubTypes.Type(value = MediaCommand.ListScreens.class, name = "list_screens"),
  @JsonSubTypes.Type(value = MediaCommand.ListDevices.class, name = "list_devices"),
})
public sealed interface MediaCommand {
  /// Takes the devices and opens the own tile. A call without peers is a preview.
  ///
  /// @param relayOnly connect through TURN alone, so that peers do not learn one's address
  record OpenCall(
      String callId,
      Call.Media media,
      List<Call.IceServer> iceServers,
      boolean muted,
      boolean cameraOn,
      boolean relayOnly,
      LocalSources sources)
      implements MediaCommand {}

  record CloseCall(String callId) implements MediaCommand {}

  /// Makes a connection to a peer; an older session of the same user is closed first.
  ///
  /// @param mySession one's own join generation, given back with everything that is to be signalled
  /// @param offerer we joined after them, so the first offer is ours
  /// @param polite our user id is the larger: when both offer at once, ours yields
  /// @param relayOnly connect to them through TURN alone, where there is one
  record AddPeer(
      String callId,
      PeerKey peer,
      long mySession,
      boolean offerer,
      boolean polite,
      boolean relayOnly)
      implements MediaCommand {
    @JsonCreator
    public AddPeer {}

    public AddPeer(String callId, PeerKey peer, long mySession, boolean offerer, boolean polite) {
      this(callId, peer, mySession, offerer, polite, false);
    }
  }

  record RemovePeer(String callId, PeerKey peer) implements MediaCommand {}

  record RemoteDescription(String callId, PeerKey peer, JsonNode description)
      implements MediaCommand {}

  /// @param candidate null ends them
  record RemoteCandidate(String callId, PeerKey peer, @Nullable JsonNode candidate)
      implements MediaCommand {
    public RemoteCandidate {
      candidate = candidate == null || candidate.isNull() ? null : candidate;
    }
  }

  /// After a change of network, or when a connection failed.
  record RestartIce(String callId, PeerKey peer) implements MediaCommand {}

  record SetMuted(String callId, boolean muted) implements MediaCommand {}

  /// On hold nothing is sent and nothing is heard; connections stay.
  record SetHeld(String callId, boolean held) implements MediaCommand {}

  /// Raised or not, as the peers see it.
  record SetHand(String callId, boolean raised) implements MediaCommand {}

  /// Shows all peers an emoji, once.
  record React(String callId, String emoji) implements MediaCommand {}

  /// Whether what a peer says is not to be heard here.
  record SetDeaf(String callId, PeerKey peer, boolean deaf) implements MediaCommand {}

  /// Has [MediaEvent.Levels] tell how much of what a peer says is at this frequency: for people who
  /// are programs, whose voices are tones.
  record ListenFor(String callId, PeerKey peer, double hertz) implements MediaCommand {}

  /// In an audio call, switching the camera on adds video to it.
  record SetCamera(String callId, boolean on) implements MediaCommand {}

  /// What is sent to every peer of a call. Without it the engine goes by the number of peers.
  record SetVideoSize(String callId, int width, int height, int framesPerSecond)
      implements MediaCommand {}

  record SetSources(String callId, LocalSources sources) implements MediaCommand {}

  /// Whether one's own level is measured while there are no peers, whose connections do it.
  record SetMeter(String callId, boolean on) implements MediaCommand {}

  /// Beside the camera, which goes on.
  ///
  /// @param source null shares nothing any longer
  record SetSharing(String callId, @Nullable ScreenSource source) implements MediaCommand {}

  /// Answered by [MediaEvent.Screens].
  record ListScreens() implements MediaCommand {}

  /// Answered by [MediaEvent.Devices].
  record ListDevices() implements MediaCommand {}
}
