package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.client.media.x11.XDesktop;
import dev.windowshop.client.media.x11.XGrab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Linux, through the X server. Under Wayland that shows the windows of X programs and no screen.
final class XServerDesktop implements Desktop {
  private final Map<String, String> environment;

  XServerDesktop(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public List<ScreenSource> sources() throws IOException {
    List<ScreenSource> found = new ArrayList<>();
    if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
      return found;
    }
    try (XDesktop desktop = XDesktop.open(environment)) {
      if (environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()) {
        for (XDesktop.Screen screen : desktop.screens()) {
          found.add(new ScreenSource(ScreenSource.Kind.SCREEN, found.size(), screen.name()));
        }
      }
      for (XDesktop.Window window : desktop.windows()) {
        found.add(new ScreenSource(ScreenSource.Kind.WINDOW, window.id(), window.title()));
      }
    }
    return found;
  }

  @Override
  public Grab grab(ScreenSource source) throws IOException {
    XGrab grab = XGrab.open(environment, source.kind() == ScreenSource.Kind.WINDOW, source.id());
    return new Grab() {
      @Override
      public @Nullable VideoFrameBuffer take() throws IOException {
        XGrab.Shot shot = grab.take();
        return shot == null ? null : converted(shot);
      }

      @Override
      public void close() {
        grab.close();
      }
    };
  }

  private static NativeI420Buffer converted(XGrab.Shot shot) throws IOException {
    NativeI420Buffer buffer = NativeI420Buffer.allocate(shot.width(), shot.height());
    try {
      VideoBufferConverter.convertToI420(shot.bgra(), buffer, FourCC.ARGB);
      return buffer;
    } catch (Exception | Error e) {
      buffer.release();
      throw new IOException("a picture could not be converted", e);
    }
  }
}
