package dev.windowshop.client.media.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.windowshop.protocol.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What two peers tell each other beside picture and sound: a data channel that both make (id 0),
/// so that a peer which does not know it loses nothing but these notes.
final class PeerNotes {
  private static final Logger LOG = LoggerFactory.getLogger(PeerNotes.class);
  private static final int LARGEST = 4096;

  /// @param handRaised null is not
  /// @param sharing a screen or a window beside the camera; null is not
  /// @param reaction an emoji to be shown once
  record Note(
      boolean muted,
      boolean cameraOn,
      @Nullable Boolean handRaised,
      @Nullable Boolean sharing,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reaction) {
    Note(boolean muted, boolean cameraOn, boolean handRaised, boolean sharing) {
      this(muted, cameraOn, handRaised, sharing, null);
    }

    Note reacting(String emoji) {
      return new Note(muted, cameraOn, handRaised, sharing, emoji);
    }
  }

  private final RTCDataChannel channel;
  private Note said;
  private boolean open;
  private boolean closed;

  /// @param heard called on the engine's thread
  PeerNotes(EngineLoop loop, RTCPeerConnection connection, Note first, Consumer<Note> heard) {
    RTCDataChannelInit init = new RTCDataChannelInit();
    init.negotiated = true;
    init.id = 0;
    channel = connection.createDataChannel("windowshop", init);
    said = first;
    channel.registerObserver(
        new RTCDataChannelObserver() {
          @Override
          public void onBufferedAmountChange(long previousAmount) {}

          @Override
          public void onStateChange() {
            loop.post(PeerNotes.this::stateChanged);
          }

          @Override
          public void onMessage(RTCDataChannelBuffer buffer) {
            if (buffer.data.remaining() <= LARGEST) {
              byte[] bytes = new byte[buffer.data.remaining()];
              buffer.data.get(bytes);
              loop.post(() -> decode(bytes, heard));
            }
          }
        });
  }

  void say(Note note) {
    if (!note.equals(said)) {
      said = note;
      send(note);
    }
  }

  /// Once: whoever comes later does not see it.
  void react(String emoji) {
    send(said.reacting(emoji));
  }

  private void stateChanged() {
    if (!closed) {
      open = channel.getState() == RTCDataChannelState.OPEN;
      send(said);
    }
  }

  private void send(Note note) {
    if (!open || closed) {
      return;
    }
    byte[] bytes = Json.encodeBytes(note);
    try {
      channel.send(new RTCDataChannelBuffer(ByteBuffer.wrap(bytes), false));
    } catch (Exception | Error e) {
      LOG.debug("a note was not sent: {}", e.getMessage());
    }
  }

  private void decode(byte[] bytes, Consumer<Note> heard) {
    if (closed) {
      return;
    }
    try {
      heard.accept(Json.mapper().readValue(new String(bytes, StandardCharsets.UTF_8), Note.class));
    } catch (JsonProcessingException e) {
      LOG.debug("a note that is none of ours: {}", e.getMessage());
    }
  }

  /// Before the connection is closed.
  void close() {
    closed = true;
    channel.unregisterObserver();
    channel.close();
    channel.dispose();
  }
}
