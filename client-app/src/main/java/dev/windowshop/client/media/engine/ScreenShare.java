package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.protocol.Ids;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A screen or a window that one shares: few pictures a second, and large ones.
final class ScreenShare {
  private static final Logger LOG = LoggerFactory.getLogger(ScreenShare.class);
  static final VideoSize SIZE = new VideoSize(1280, 720, 8);

  private final CustomVideoSource source = new CustomVideoSource();
  private final VideoTrack track;
  private final Feed feed;

  /// @param ended is run when it is gone, by a thread of its own
  /// @throws IOException or a `RuntimeException` or an `Error` when it does not start
  ScreenShare(NativeMedia natives, Desktop desktop, ScreenSource wanted, Runnable ended)
      throws IOException {
    try {
      feed =
          wanted.kind() == ScreenSource.Kind.DRAWING
              ? drawing((int) wanted.id())
              : new ScreenFeed(source, desktop.grab(wanted), SIZE, ended);
    } catch (IOException | RuntimeException | Error e) {
      source.dispose();
      throw e;
    }
    track = natives.factory().createVideoTrack("screen-" + Ids.newId(), source);
  }

  private Feed drawing(int stamp) {
    return new DrawnFeed(source, new StreetDrawing(0.5, stamp), stamp, SIZE);
  }

  VideoTrack track() {
    return track;
  }

  /// After every connection that sends the track has let it go.
  void close() {
    feed.close();
    try {
      track.dispose();
    } catch (RuntimeException | Error e) {
      LOG.debug("the screen's track was gone already: {}", e.getMessage());
    }
    source.dispose();
  }
}
