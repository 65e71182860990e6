package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import dev.onvoid.webrtc.media.video.desktop.DesktopCapturer;
import dev.onvoid.webrtc.media.video.desktop.DesktopSource;
import dev.onvoid.webrtc.media.video.desktop.ScreenCapturer;
import dev.onvoid.webrtc.media.video.desktop.WindowCapturer;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.client.media.frames.FrameWriter;
import dev.windowshop.protocol.Ids;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can be shared: first the names, then a small picture of each, one after the other, so that
/// the engine's thread has time for calls between them. The pictures stay until the next list.
final class ScreenList implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScreenList.class);
  private static final int MOST = 24;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 144;

  private record Found(ScreenSource source, DesktopSource desktop) {}

  private final EngineLoop loop;
  private final Path folder;
  private final List<FrameWriter> pictures = new ArrayList<>();
  private int lists;

  ScreenList(EngineLoop loop, Path folder) {
    this.loop = loop;
    this.folder = folder;
  }

  /// Without a display the native side would fall.
  void look(Map<String, String> environment) {
    close();
    int list = ++lists;
    boolean isLinux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    List<Found> found = new ArrayList<>();
    if (!isLinux || !environment.getOrDefault("DISPLAY", "").isEmpty()) {
      add(found, ScreenSource.Kind.SCREEN);
      add(found, ScreenSource.Kind.WINDOW);
    }
    loop.emit(new MediaEvent.Screens(found.stream().map(Found::source).toList()));
    for (Found one : found) {
      loop.post(() -> {
        if (list == lists) {
          draw(one);
        }
      });
    }
  }

  private static DesktopCapturer capturer(ScreenSource.Kind kind) {
    return kind == ScreenSource.Kind.SCREEN ? new ScreenCapturer() : new WindowCapturer();
  }

  private static void add(List<Found> found, ScreenSource.Kind kind) {
    DesktopCapturer capturer = capturer(kind);
    try {
      capturer.getDesktopSources().stream()
          .limit(MOST)
          .map(one ->
              new Found(new ScreenSource(kind, one.id, one.title == null ? "" : one.title), one))
          .filter(one -> kind == ScreenSource.Kind.SCREEN || !one.source().title().isBlank())
          .forEach(found::add);
    } catch (RuntimeException | Error e) {
      LOG.warn("what can be shared could not be listed: {}", e.getMessage());
    } finally {
      capturer.dispose();
    }
  }

  private void draw(Found one) {
    DesktopCapturer capturer = capturer(one.source().kind());
    try {
      capturer.selectSource(one.desktop());
      capturer.start((result, frame) -> {
        // Called by the native side, which no exception may reach.
        try {
          if (result == DesktopCapturer.Result.SUCCESS && frame != null) {
            keep(one.source(), frame);
          }
        } catch (Exception | Error e) {
          LOG.warn("no small picture of {}: {}", one.source().kind(), e.toString());
        } finally {
          if (frame != null) {
            frame.release();
          }
        }
      });
      capturer.captureFrame();
    } catch (RuntimeException | Error e) {
      LOG.warn("no small picture of {}: {}", one.source().kind(), e.toString());
    } finally {
      capturer.dispose();
    }
  }

  private void keep(ScreenSource source, VideoFrame frame) throws Exception {
    int width = frame.buffer.getWidth();
    int height = frame.buffer.getHeight();
    double scale = Math.min(1, Math.min((double) WIDTH / width, (double) HEIGHT / height));
    int smallWidth = Math.max(2, (int) (width * scale) & ~1);
    int smallHeight = Math.max(2, (int) (height * scale) & ~1);
    VideoFrameBuffer small =
        frame.buffer.cropAndScale(0, 0, width, height, smallWidth, smallHeight);
    try {
      FrameWriter writer =
          FrameWriter.create(folder.resolve(Ids.newId() + ".frames"), smallWidth, smallHeight);
      pictures.add(writer);
      writer.write(
          smallWidth,
          smallHeight,
          System.nanoTime(),
          bgra -> VideoBufferConverter.convertFromI420(small, bgra, FourCC.ARGB));
      loop.emit(new MediaEvent.ScreenPictured(source, writer.path()));
    } finally {
      small.release();
    }
  }

  /// Deletes the pictures.
  @Override
  public void close() {
    pictures.forEach(FrameWriter::close);
    pictures.clear();
  }
}
