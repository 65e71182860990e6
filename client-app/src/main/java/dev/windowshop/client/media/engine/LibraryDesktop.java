package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import dev.onvoid.webrtc.media.video.desktop.DesktopCapturer;
import dev.onvoid.webrtc.media.video.desktop.DesktopSource;
import dev.onvoid.webrtc.media.video.desktop.ScreenCapturer;
import dev.onvoid.webrtc.media.video.desktop.WindowCapturer;
import dev.windowshop.client.media.ScreenSource;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Windows and macOS, through the library's capturers. They do not tell when they fail: what gives
/// no picture and is not listed any longer is gone.
final class LibraryDesktop implements Desktop {
  private static final Logger LOG = LoggerFactory.getLogger(LibraryDesktop.class);

  @Override
  public List<ScreenSource> sources() {
    return Stream.concat(
            listed(ScreenSource.Kind.SCREEN),
            listed(ScreenSource.Kind.WINDOW).filter(one -> !one.title().isBlank()))
        .toList();
  }

  private static Stream<ScreenSource> listed(ScreenSource.Kind kind) {
    DesktopCapturer capturer = capturer(kind);
    try {
      return capturer.getDesktopSources().stream()
          .map(one -> new ScreenSource(kind, one.id, one.title == null ? "" : one.title));
    } catch (RuntimeException | Error e) {
      LOG.warn("what can be shared could not be listed: {}", e.getMessage());
      return Stream.of();
    } finally {
      capturer.dispose();
    }
  }

  private static DesktopCapturer capturer(ScreenSource.Kind kind) {
    return kind == ScreenSource.Kind.SCREEN ? new ScreenCapturer() : new WindowCapturer();
  }

  @Override
  public Grab grab(ScreenSource source) throws IOException {
    return new LibraryGrab(source);
  }

  private static final class LibraryGrab implements Grab {
    private final ScreenSource source;
    private final DesktopCapturer capturer;
    private @Nullable VideoFrameBuffer taken;

    LibraryGrab(ScreenSource source) throws IOException {
      this.source = source;
      capturer = capturer(source.kind());
      try {
        capturer.selectSource(new DesktopSource(source.title(), source.id()));
        capturer.start((result, frame) -> keep(result, frame));
      } catch (RuntimeException | Error e) {
        capturer.dispose();
        throw new IOException("it can't be captured", e);
      }
    }

    /// Called by the native side within `captureFrame`; no exception may reach it.
    private void keep(DesktopCapturer.Result result, @Nullable VideoFrame frame) {
      if (frame == null) {
        return;
      }
      // A minimised window is a picture of one pixel.
      if (result == DesktopCapturer.Result.SUCCESS && frame.buffer.getWidth() > 1) {
        try {
          frame.buffer.retain();
          taken = frame.buffer;
        } catch (RuntimeException | Error e) {
          LOG.warn("a picture of the {} was lost", source.kind(), e);
        }
      }
      frame.release();
    }

    @Override
    public @Nullable VideoFrameBuffer take() throws IOException {
      taken = null;
      try {
        capturer.captureFrame();
      } catch (RuntimeException | Error e) {
        throw new IOException("it can't be captured", e);
      }
      VideoFrameBuffer got = taken;
      if (got == null && capturer.getDesktopSources().stream().noneMatch(this::isIt)) {
        throw new IOException("it is gone");
      }
      return got;
    }

    private boolean isIt(DesktopSource listed) {
      return listed.id == source.id();
    }

    @Override
    public void close() {
      capturer.dispose();
    }
  }
}
