package dev.windowshop.client.video;

import dev.windowshop.client.platform.fx.FxThread;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.media.MediaPlayer;
import javafx.scene.media.MediaView;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A video that is being played. On the FX thread.
public final class Playback implements AutoCloseable {
  /// How it goes.
  public enum Phase {
    OPENING,
    PLAYING,
    PAUSED,
    /// Played to its end; stands there.
    ENDED,
    /// The system can't decode it.
    FAILED,
    CLOSED
  }

  /// As far from where it was sent, in milliseconds, as the player may come to stand.
  private static final long NEAR = 500;

  /// The player goes to a whole picture, which may be farther away.
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final String key;
  private final BooleanProperty muted;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OPENING);
  private final ReadOnlyLongWrapper millis = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper length = new ReadOnlyLongWrapper();
  private @Nullable OpenVideo video;
  private boolean wanted = true;

  /// Where it was sent, in milliseconds, while the player may still tell where it was before; -1
  /// otherwise.
  private long sought = -1;

  /// When it was sent there.
  private long soughtAt;

  Playback(String key, BooleanProperty muted) {
    this.key = key;
    this.muted = muted;
  }

  void open(CompletableFuture<OpenVideo> opening) {
    FxThread.deliver(opening, this::opened, _ -> fail());
  }

  private void opened(OpenVideo open) {
    if (!isOpen()) {
      open.close();
      return;
    }
    video = open;
    MediaPlayer player = open.player();
    length.set(Math.round(player.getTotalDuration().toMillis()));
    player.muteProperty().bindBidirectional(muted);
    player.setMute(muted.get());
    player.setOnError(this::fail);
    player.setOnHalted(this::fail);
    player.setOnEndOfMedia(this::ended);
    player
        .currentTimeProperty()
        .subscribe(now -> {
          if (phase.get() != Phase.ENDED && now != null && !now.isUnknown()) {
            moved(Math.round(now.toMillis()));
          }
        });
    phase.set(Phase.PAUSED);
    if (wanted) {
      play();
    }
  }

  private void moved(long now) {
    if (sought >= 0
        && Math.abs(now - sought) > NEAR
        && System.nanoTime() - soughtAt < PATIENCE_NANOS) {
      return;
    }
    sought = -1;
    millis.set(now);
  }

  private void send(MediaPlayer player, long to) {
    sought = to;
    soughtAt = System.nanoTime();
    millis.set(to);
    player.seek(Duration.millis(to));
  }

  public String key() {
    return key;
  }

  public ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /// Where it stands.
  public ReadOnlyLongProperty millis() {
    return millis.getReadOnlyProperty();
  }

  /// How long it is; 0 until that is known.
  public ReadOnlyLongProperty length() {
    return length.getReadOnlyProperty();
  }

  public BooleanProperty muted() {
    return muted;
  }

  /// Whether there is nothing here to hear it with.
  public boolean silent() {
    OpenVideo open = video;
    return open != null && (open.silent() || open.file().shape().soundTracks().isEmpty());
  }

  public boolean isOpen() {
    return phase.get() != Phase.CLOSED && phase.get() != Phase.FAILED;
  }

  public boolean playing() {
    return phase.get() == Phase.PLAYING;
  }

  /// A node that shows it, as many as one likes; null until it is open. Not turned yet.
  @Nullable MediaView view() {
    OpenVideo open = video;
    return open == null || !isOpen() ? null : new MediaView(open.player());
  }

  /// Degrees by which what is decoded has to be turned.
  int turned() {
    OpenVideo open = video;
    if (open == null) {
      return 0;
    }
    VideoShape shape = open.file().shape();
    double width = open.player().getMedia().getWidth();
    double height = open.player().getMedia().getHeight();
    boolean recorded = !shape.sideways() || width > height == shape.height() > shape.width();
    return recorded ? shape.turned() : 0;
  }

  public void toggle() {
    if (playing() || (phase.get() == Phase.OPENING && wanted)) {
      pause();
    } else {
      play();
    }
  }

  public void play() {
    wanted = true;
    OpenVideo open = video;
    if (open == null || !isOpen()) {
      return;
    }
    if (phase.get() == Phase.ENDED) {
      send(open.player(), 0);
    }
    phase.set(Phase.PLAYING);
    open.player().play();
  }

  public void pause() {
    wanted = false;
    OpenVideo open = video;
    if (open != null && playing()) {
      phase.set(Phase.PAUSED);
      open.player().pause();
    }
  }

  public void seek(long to) {
    OpenVideo open = video;
    if (open == null || !isOpen()) {
      return;
    }
    long at = Math.clamp(to, 0, Math.max(0, length.get()));
    if (phase.get() == Phase.ENDED) {
      phase.set(Phase.PAUSED);
      open.player().pause();
    }
    send(open.player(), at);
  }

  private void ended() {
    if (isOpen()) {
      // The player goes on "playing" at its end: paused, it plays again from wherever one goes.
      OpenVideo open = video;
      if (open != null) {
        open.player().pause();
      }
      phase.set(Phase.ENDED);
      millis.set(length.get());
    }
  }

  private void fail() {
    if (isOpen()) {
      phase.set(Phase.FAILED);
      release();
    }
  }

  @Override
  public void close() {
    if (isOpen()) {
      phase.set(Phase.CLOSED);
      release();
    }
  }

  private void release() {
    OpenVideo open = video;
    video = null;
    if (open != null) {
      open.player().muteProperty().unbindBidirectional(muted);
      open.close();
    }
  }
}
