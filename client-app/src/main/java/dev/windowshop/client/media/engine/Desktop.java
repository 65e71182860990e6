package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import dev.windowshop.client.media.ScreenSource;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The screens and windows of this machine, and pictures of them.
interface Desktop {
  /// Pictures of one of them. For one thread.
  interface Grab extends AutoCloseable {
    /// The caller releases it. Null while there is nothing to be seen, as of a minimised window.
    ///
    /// @throws IOException when it is gone, and will not come back
    @Nullable VideoFrameBuffer take() throws IOException;

    @Override
    void close();
  }

  /// Screens first; nothing where nothing can be captured.
  List<ScreenSource> sources() throws IOException;

  Grab grab(ScreenSource source) throws IOException;

  /// On Linux our own, because the library's capturers crash there.
  static Desktop ofThisMachine() {
    boolean isLinux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    Map<String, String> environment = System.getenv();
    return isLinux ? new XServerDesktop(environment) : new LibraryDesktop();
  }
}
