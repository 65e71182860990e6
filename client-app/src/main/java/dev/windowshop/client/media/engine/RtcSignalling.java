package dev.windowshop.client.media.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A native peer connection's descriptions. What the native side calls back is posted to the
/// engine's thread, and dropped there once the connection is closed.
final class RtcSignalling implements Signalling {
  private static final Logger LOG = LoggerFactory.getLogger(RtcSignalling.class);

  private final EngineLoop loop;
  private final RTCPeerConnection connection;
  private final Consumer<Description> out;
  private boolean closed;

  RtcSignalling(EngineLoop loop, RTCPeerConnection connection, Consumer<Description> out) {
    this.loop = loop;
    this.connection = connection;
    this.out = out;
  }

  void close() {
    closed = true;
  }

  @Override
  public State state() {
    if (closed) {
      return State.CLOSED;
    }
    return switch (connection.getSignalingState()) {
      case STABLE -> State.STABLE;
      case HAVE_LOCAL_OFFER, HAVE_LOCAL_PR_ANSWER -> State.LOCAL_OFFER;
      case HAVE_REMOTE_OFFER, HAVE_REMOTE_PR_ANSWER -> State.REMOTE_OFFER;
      case CLOSED -> State.CLOSED;
    };
  }

  @Override
  public void createOffer(Consumer<Description> done, Consumer<String> failed) {
    connection.createOffer(new RTCOfferOptions(), new Created(done, failed));
  }

  @Override
  public void createAnswer(Consumer<Description> done, Consumer<String> failed) {
    connection.createAnswer(new RTCAnswerOptions(), new Created(done, failed));
  }

  @Override
  public void setLocal(Description description, Runnable done, Consumer<String> failed) {
    connection.setLocalDescription(toNative(description), new Applied(done, failed));
  }

  @Override
  public void setRemote(Description description, Runnable done, Consumer<String> failed) {
    connection.setRemoteDescription(toNative(description), new Applied(done, failed));
  }

  @Override
  public void addCandidate(JsonNode candidate) {
    String line = candidate.path("candidate").asText();
    if (line.isEmpty()) {
      return;
    }
    try {
      connection.addIceCandidate(
          new RTCIceCandidate(
              candidate.path("sdpMid").asText(), candidate.path("sdpMLineIndex").asInt(), line));
    } catch (RuntimeException | Error e) {
      LOG.debug("a candidate was not taken: {}", e.getMessage());
    }
  }

  @Override
  public void send(Description description) {
    out.accept(description);
  }

  private static RTCSessionDescription toNative(Description description) {
    return new RTCSessionDescription(
        switch (description.type()) {
          case OFFER -> RTCSdpType.OFFER;
          case ANSWER -> RTCSdpType.ANSWER;
          case PRANSWER -> RTCSdpType.PR_ANSWER;
          case ROLLBACK -> RTCSdpType.ROLLBACK;
        },
        description.sdp());
  }

  private static Description fromNative(RTCSessionDescription description) {
    return new Description(
        switch (description.sdpType) {
          case OFFER -> Description.Type.OFFER;
          case ANSWER -> Description.Type.ANSWER;
          case PR_ANSWER -> Description.Type.PRANSWER;
          case ROLLBACK -> Description.Type.ROLLBACK;
        },
        description.sdp);
  }

  private void post(Runnable work) {
    loop.post(() -> {
      if (!closed) {
        work.run();
      }
    });
  }

  private final class Created implements CreateSessionDescriptionObserver {
    private final Consumer<Description> done;
    private final Consumer<String> failed;

    Created(Consumer<Description> done, Consumer<String> failed) {
      this.done = done;
      this.failed = failed;
    }

    @Override
    public void onSuccess(RTCSessionDescription description) {
      post(() -> done.accept(fromNative(description)));
    }

    @Override
    public void onFailure(String reason) {
      post(() -> failed.accept(reason));
    }
  }

  private final class Applied implements SetSessionDescriptionObserver {
    private final Runnable done;
    private final Consumer<String> failed;

    Applied(Runnable done, Consumer<String> failed) {
      this.done = done;
      this.failed = failed;
    }

    @Override
    public void onSuccess() {
      post(done);
    }

    @Override
    public void onFailure(String reason) {
      post(() -> failed.accept(reason));
    }
  }
}
