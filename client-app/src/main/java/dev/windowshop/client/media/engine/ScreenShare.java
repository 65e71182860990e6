package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoDesktopSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.desktop.DesktopCapturer;
import dev.onvoid.webrtc.media.video.desktop.ScreenCapturer;
import dev.onvoid.webrtc.media.video.desktop.WindowCapturer;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.protocol.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A screen or a window that one shares: few pictures a second, and large ones.
final class ScreenShare {
  private static final Logger LOG = LoggerFactory.getLogger(ScreenShare.class);
  static final VideoSize SIZE = new VideoSize(1280, 720, 8);
  private static final int MOST = 24;

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

  /// The screens and the windows that have a name. Without a display the native side would fall.
  static List<ScreenSource> list(Map<String, String> environment) {
    boolean isLinux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    if (isLinux && environment.getOrDefault("DISPLAY", "").isEmpty()) {
      return List.of();
    }
    List<ScreenSource> found = new ArrayList<>();
    add(found, ScreenSource.Kind.SCREEN, new ScreenCapturer());
    add(found, ScreenSource.Kind.WINDOW, new WindowCapturer());
    return List.copyOf(found);
  }

  private static void add(
      List<ScreenSource> found, ScreenSource.Kind kind, DesktopCapturer capturer) {
    try {
      capturer.getDesktopSources().stream()
          .limit(MOST)
          .map(
              source -> new ScreenSource(kind, source.id, source.title == null ? "" : source.title))
          .filter(source -> kind == ScreenSource.Kind.SCREEN || !source.title().isBlank())
          .forEach(found::add);
    } catch (RuntimeException | Error e) {
      LOG.warn("what can be shared could not be listed: {}", e.getMessage());
    } finally {
      capturer.dispose();
    }
  }
}
