package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call as the relay knows it.
///
/// @param reason why it ended: `ended`, `declined`, `missed`, `cancelled`, `busy`; null before
/// @param revision raised by every change of the call: what is older than what is known is dropped
public record Call(
    String id,
    String conversationId,
    Media media,
    State state,
    @Nullable String reason,
    String initiatorId,
    List<Participant> participants,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long revision) {

  /// The `id` once more, under the name that commands and events of calls give it.
  @JsonProperty("callId")
  public String callId() {
    return id;
  }

  public enum Media {
    @JsonProperty("audio")
    AUDIO,
    @JsonEnumDefaultValue
    @JsonProperty("video")
    VIDEO
  }

  public enum State {
    @JsonProperty("ringing")
    RINGING,
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("ended")
    ENDED,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// @param session join generation, 0 before the first join; a newer one means a new connection
  /// @param held they are in, and in another call at the moment: they send and hear nothing here
  /// @param guest they came by a link, and are not in the conversation
  public record Participant(
      String userId, long session, ParticipantState state, Boolean held, Boolean guest) {
    @JsonCreator
    public Participant(
        String userId,
        long session,
        ParticipantState state,
        @Nullable Boolean held,
        @Nullable Boolean guest) {
      this.userId = userId;
      this.session = session;
      this.state = state;
      this.held = Boolean.TRUE.equals(held);
      this.guest = Boolean.TRUE.equals(guest);
    }

    public Participant(String userId, long session, ParticipantState state) {
      this(userId, session, state, false, false);
    }
  }

  public enum ParticipantState {
    @JsonProperty("invited")
    INVITED,
    @JsonProperty("ringing")
    RINGING,
    @JsonProperty("joined")
    JOINED,
    @JsonProperty("left")
    LEFT,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("busy")
    BUSY,
    @JsonProperty("missed")
    MISSED,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// An `RTCIceServer`.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record IceServer(
      List<String> urls, @Nullable String username, @Nullable String credential) {
    @Override
    public String toString() {
      return "IceServer" + urls;
    }
  }

  /// An entry of the history, `GET /calls`.
  public record Entry(
      String id,
      String conversationId,
      Direction direction,
      Media media,
      State state,
      @Nullable String reason,
      Instant createdAt,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      List<Participant> participants) {}

  public enum Direction {
    @JsonProperty("incoming")
    INCOMING,
    @JsonProperty("outgoing")
    OUTGOING
  }

  /// `call_start`.
  ///
  /// @param hold puts the call that one is in on hold, instead of being refused as busy
  public record Start(
      String conversationId,
      @JsonFormat(without = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          Media media,
      Boolean hold) {
    public Start(String conversationId, Media media, @Nullable Boolean hold) {
      this.conversationId = conversationId;
      this.media = media;
      this.hold = Boolean.TRUE.equals(hold);
    }

    public Start(String conversationId, Media media) {
      this(conversationId, media, false);
    }
  }

  /// `call_join`.
  ///
  /// @param hold as of [Start]
  public record Join(String callId, Boolean hold) {
    public Join(String callId, @Nullable Boolean hold) {
      this.callId = callId;
      this.hold = Boolean.TRUE.equals(hold);
    }
  }

  /// `call_hold`: puts a call that one is in on hold, or takes it up again and puts the other one
  /// on hold.
  public record Hold(String callId, boolean held) {}

  /// `call_media`: how one's microphone and camera are, for one's other devices.
  public record Switches(String callId, Boolean muted, Boolean cameraOn) {
    public Switches(String callId, @Nullable Boolean muted, @Nullable Boolean cameraOn) {
      this.callId = callId;
      this.muted = Boolean.TRUE.equals(muted);
      this.cameraOn = Boolean.TRUE.equals(cameraOn);
    }
  }

  /// On which of one's own devices one is in a call.
  ///
  /// @param device what it is called among the sessions, null where it has no name
  /// @param muted what was said last there, as is `cameraOn`
  public record Device(
      String callId, long session, @Nullable String device, boolean muted, boolean cameraOn) {}

  /// `call_decline`, `call_leave`, `call_end`.
  public record Id(String callId) {}

  /// Acknowledgement of `call_start` and `call_join`.
  ///
  /// @param iceTransportPolicy for the peer connections of this call
  public record Joined(
      Call call, List<IceServer> iceServers, IceTransportPolicy iceTransportPolicy) {
    public Joined(
        Call call, List<IceServer> iceServers, @Nullable IceTransportPolicy iceTransportPolicy) {
      this.call = call;
      this.iceServers = iceServers;
      this.iceTransportPolicy =
          iceTransportPolicy == null ? IceTransportPolicy.ALL : iceTransportPolicy;
    }
  }

  /// An `RTCIceTransportPolicy`.
  public enum IceTransportPolicy {
    @JsonEnumDefaultValue
    @JsonProperty("all")
    ALL,
    /// Through TURN alone, so that the others do not learn one's address.
    @JsonProperty("relay")
    RELAY
  }

  /// `call_signal`, one way or the other: exactly one of description and candidate. Without a
  /// description, a candidate that is missing is the JSON null that ends the candidates.
  ///
  /// @param to of the command; the relay takes it out
  /// @param from of the event; the relay puts it in
  /// @param session the sender's join generation
  /// @param toSession the receiver's, as the sender knows it
  public record Signal(
      String callId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String to,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String from,
      long session,
      long toSession,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode description,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode candidate) {

    public Signal {
      if (description == null && candidate == null) {
        candidate = NullNode.getInstance();
      }
    }
  }
}
