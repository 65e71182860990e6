package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoDesktopSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.protocol.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A screen or a window that one shares: few pictures a second, and large ones.
final class ScreenShare {
  private static final Logger LOG = LoggerFactory.getLogger(ScreenShare.class);
  static final VideoSize SIZE = new VideoSize(1280, 720, 8);

  private final VideoTrack track;
  private final Runnable stop;

  /// @throws RuntimeException or an `Error` of the native library when it does not start
  ScreenShare(NativeMedia natives, ScreenSource wanted) {
    String name = "screen-" + Ids.newId();
    if (wanted.kind() == ScreenSource.Kind.DRAWING) {
      CustomVideoSource source = new CustomVideoSource();
      int stamp = (int) wanted.id();
      Feed feed = new DrawnFeed(source, new StreetDrawing(0.5, stamp), stamp, SIZE);
      track = natives.factory().createVideoTrack(name, source);
      stop =
          () -> {
            feed.close();
            dispose();
            source.dispose();
          };
    } else {
      VideoDesktopSource source = new VideoDesktopSource();
      source.setSourceId(wanted.id(), wanted.kind() == ScreenSource.Kind.WINDOW);
      source.setFrameRate(SIZE.framesPerSecond());
      source.setMaxFrameSize(SIZE.width(), SIZE.height());
      source.start();
      track = natives.factory().createVideoTrack(name, source);
      stop =
          () -> {
            source.stop();
            dispose();
            source.dispose();
          };
    }
  }

  VideoTrack track() {
    return track;
  }

  private void dispose() {
    try {
      track.dispose();
    } catch (RuntimeException | Error e) {
      LOG.debug("the screen's track was gone already: {}", e.getMessage());
    }
  }

  /// After every connection that sends the track has let it go.
  void close() {
    stop.run();
  }
}
