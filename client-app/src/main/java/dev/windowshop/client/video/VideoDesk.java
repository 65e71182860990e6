package dev.windowshop.client.video;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// What plays: one video at a time. On the FX thread.
public final class VideoDesk implements AutoCloseable {
  private final Executor cpu;

  /// Whoever wanted one without its sound wants the next one so.
  private final BooleanProperty muted = new SimpleBooleanProperty();

  private @Nullable Playback running;

  /// @param cpu opens videos
  public VideoDesk(Executor cpu) {
    this.cpu = cpu;
  }

  /// Whether what plays, and what plays next, is without its sound.
  public BooleanProperty muted() {
    return muted;
  }

  /// Begins it, in place of what plays.
  ///
  /// @param key by which it is known
  public Playback play(String key, Path file) {
    close();
    Playback begun = new Playback(key, muted);
    running = begun;
    begun.open(OpenVideo.of(file, cpu));
    return begun;
  }

  /// The one of this key, while it is open.
  public @Nullable Playback running(String key) {
    Playback now = running;
    return now != null && now.key().equals(key) && now.isOpen() ? now : null;
  }

  /// Something else is to be heard.
  public void pause() {
    Playback now = running;
    if (now != null) {
      now.pause();
    }
  }

  /// Ends what plays.
  @Override
  public void close() {
    Playback now = running;
    running = null;
    if (now != null) {
      now.close();
    }
  }
}
