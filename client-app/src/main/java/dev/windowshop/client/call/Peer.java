package dev.windowshop.client.call;

import dev.windowshop.client.media.MediaEvent.Connection;
import dev.windowshop.client.media.PeerKey;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Somebody else who is in the call. Immutable.
///
/// @param frames their picture; outlives a connection until the next one has a picture
public record Peer(
    PeerKey key,
    boolean muted,
    boolean cameraOn,
    boolean speaking,
    Connection connection,
    @Nullable Path frames,
    Signs signs) {

  /// A new connection to somebody, who keeps what was known of them.
  static Peer connecting(PeerKey key, @Nullable Peer before, boolean cameraOn) {
    return before == null
        ? new Peer(key, false, cameraOn, false, Connection.CONNECTING, null, Signs.NONE)
        : new Peer(
            key,
            before.muted,
            before.cameraOn,
            false,
            Connection.CONNECTING,
            before.frames,
            before.signs.kept());
  }

  String userId() {
    return key.userId();
  }

  Peer withMedia(boolean nowMuted, boolean nowCameraOn) {
    return new Peer(key, nowMuted, nowCameraOn, speaking, connection, frames, signs);
  }

  Peer withSpeaking(boolean next) {
    return new Peer(key, muted, cameraOn, next, connection, frames, signs);
  }

  Peer withConnection(Connection next) {
    return new Peer(key, muted, cameraOn, speaking, next, frames, signs);
  }

  Peer withFrames(@Nullable Path next) {
    return new Peer(key, muted, cameraOn, speaking, connection, next, signs);
  }

  Peer with(UnaryOperator<Signs> change) {
    return new Peer(key, muted, cameraOn, speaking, connection, frames, change.apply(signs));
  }
}
