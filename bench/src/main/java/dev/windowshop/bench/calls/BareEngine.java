package dev.windowshop.bench.calls;

import com.fasterxml.jackson.databind.JsonNode;
import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpSendParameters;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEngine;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.client.media.engine.DrawnFeed;
import dev.windowshop.protocol.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The library with as little around it as a call can do with: no process of its own, no notes, no
/// figures, no quality ladder. It answers one call's offers and is never taken down: its process
/// ends instead.
final class BareEngine implements MediaEngine {
  private static final int RATE = 48_000;
  private static final String OWN = "";

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("bare").daemon().factory());
  private final List<Consumer<MediaEvent>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, BareFilm> films = new ConcurrentHashMap<>();
  private final Map<String, Link> links = new HashMap<>();
  private final int width;
  private final int height;
  private final int framesPerSecond;
  private final PeerConnectionFactory factory;
  private final VideoTrack video;
  private final AudioTrack audio;
  private final CustomAudioSource sound;
  private final AutoCloseable feed;

  BareEngine(int stamp, int width, int height, int framesPerSecond) {
    this.width = width;
    this.height = height;
    this.framesPerSecond = framesPerSecond;
    factory = new PeerConnectionFactory(new AudioDeviceModule(AudioLayer.kDummyAudio));
    CustomVideoSource source = new CustomVideoSource();
    video = factory.createVideoTrack("video", source);
    BareFilm own = new BareFilm();
    films.put(OWN, own);
    video.addSink(own);
    sound = new CustomAudioSource();
    audio = factory.createAudioTrack("audio", sound);
    feed = DrawnFeed.street(source, stamp, width, height, framesPerSecond);
  }

  /// Null before there is one.
  @Nullable BareFilm film(String userId) {
    return films.get(userId);
  }

  @Override
  public void onEvent(Consumer<MediaEvent> listener) {
    listeners.add(listener);
  }

  private void emit(MediaEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  @Override
  public void send(MediaCommand command) {
    thread.execute(() -> handle(command));
  }

  private void handle(MediaCommand command) {
    if (command instanceof MediaCommand.AddPeer add) {
      links.put(add.peer().userId(), new Link(add));
    } else if (command instanceof MediaCommand.RemoteDescription remote) {
      link(remote.peer()).answer(remote.description());
    } else if (command instanceof MediaCommand.RemoteCandidate remote
        && remote.candidate() != null) {
      link(remote.peer()).candidate(remote.candidate());
    }
  }

  private Link link(PeerKey peer) {
    Link link = links.get(peer.userId());
    if (link == null) {
      throw new IllegalStateException("nobody of that name: " + peer);
    }
    return link;
  }

  /// Once every connection is made: the source's list of receivers has no lock.
  void startSound() {
    Thread.ofPlatform()
        .name("bare-sound")
        .daemon()
        .start(() -> {
          byte[] block = new byte[RATE / 100 * 2];
          for (long due = System.nanoTime(); ; due += 10_000_000) {
            sound.pushAudio(block, 16, RATE, 1, RATE / 100);
            while (due - System.nanoTime() > 0) {
              LockSupport.parkNanos(due - System.nanoTime());
            }
          }
        });
  }

  @Override
  public void close() {
    try {
      feed.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Link implements PeerConnectionObserver {
    private final MediaCommand.AddPeer command;
    private final RTCPeerConnection connection;
    private final List<RTCIceCandidate> early = new ArrayList<>();
    private boolean described;

    Link(MediaCommand.AddPeer command) {
      this.command = command;
      RTCConfiguration configuration = new RTCConfiguration();
      configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
      connection = factory.createPeerConnection(configuration, this);
      connection.addTrack(audio, List.of("bare"));
      RTCRtpSender sender = connection.addTrack(video, List.of("bare"));
      RTCRtpSendParameters parameters = sender.getParameters();
      for (RTCRtpEncodingParameters encoding : parameters.encodings) {
        encoding.maxBitrate = 100_000 + width * height / 8 * framesPerSecond;
      }
      sender.setParameters(parameters);
    }

    void answer(JsonNode offer) {
      RTCSessionDescription theirs =
          new RTCSessionDescription(RTCSdpType.OFFER, offer.path("sdp").asText());
      connection.setRemoteDescription(
          theirs,
          new Done(() -> {
            described = true;
            early.forEach(connection::addIceCandidate);
            early.clear();
            connection.createAnswer(new RTCAnswerOptions(), new Answer());
          }));
    }

    void candidate(JsonNode json) {
      RTCIceCandidate candidate =
          new RTCIceCandidate(
              json.path("sdpMid").asText(),
              json.path("sdpMLineIndex").asInt(),
              json.path("candidate").asText());
      if (described) {
        connection.addIceCandidate(candidate);
      } else {
        early.add(candidate);
      }
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
      JsonNode json =
          Json.tree(
              Map.of(
                  "candidate", candidate.sdp,
                  "sdpMid", candidate.sdpMid,
                  "sdpMLineIndex", candidate.sdpMLineIndex));
      thread.execute(() ->
          emit(
              new MediaEvent.LocalCandidate(
                  command.callId(), command.peer(), command.mySession(), json)));
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
      thread.execute(() -> {
        if (transceiver.getReceiver().getTrack() instanceof VideoTrack arrived) {
          BareFilm film = new BareFilm();
          arrived.addSink(film);
          films.put(command.peer().userId(), film);
        }
      });
    }

    private final class Answer implements CreateSessionDescriptionObserver {
      @Override
      public void onSuccess(RTCSessionDescription mine) {
        thread.execute(() ->
            connection.setLocalDescription(
                mine,
                new Done(() ->
                    emit(
                        new MediaEvent.LocalDescription(
                            command.callId(),
                            command.peer(),
                            command.mySession(),
                            Json.tree(Map.of("type", "answer", "sdp", mine.sdp)))))));
      }

      @Override
      public void onFailure(String error) {
        System.err.println("no answer: " + error);
      }
    }
  }

  private final class Done implements SetSessionDescriptionObserver {
    private final Runnable next;

    Done(Runnable next) {
      this.next = next;
    }

    @Override
    public void onSuccess() {
      thread.execute(next);
    }

    @Override
    public void onFailure(String error) {
      System.err.println("not described: " + error);
    }
  }
}
