package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pushes what is on a screen or in a window, whole, in even sides and no larger than is sent. What
/// can't be seen for a while is shown as it was.
final class ScreenFeed implements Feed {
  private static final Logger LOG = LoggerFactory.getLogger(ScreenFeed.class);

  private final CustomVideoSource target;
  private final Desktop.Grab grab;
  private final VideoSize most;
  private final Runnable ended;
  private final Thread thread;
  private @Nullable VideoFrameBuffer last;
  private volatile boolean closed;

  /// @param ended is run once when what is shared is gone, by the feed's thread
  ScreenFeed(CustomVideoSource target, Desktop.Grab grab, VideoSize most, Runnable ended) {
    this.target = target;
    this.grab = grab;
    this.most = most;
    this.ended = ended;
    thread = Thread.ofPlatform().name("media-screen").daemon(true).start(this::run);
  }

  private void run() {
    long due = System.nanoTime();
    try {
      while (!closed) {
        push();
        due = Math.max(due + most.frameNanos(), System.nanoTime());
        while (!closed && due - System.nanoTime() > 0) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      if (!closed) {
        LOG.info("what is shared can't be seen any longer: {}", e.getMessage());
        ended.run();
      }
    } finally {
      release();
      grab.close();
    }
  }

  private void push() throws IOException {
    VideoFrameBuffer seen = grab.take();
    if (seen != null) {
      try {
        release();
        last = Cut.fitting(seen, most.width(), most.height());
      } finally {
        seen.release();
      }
    }
    VideoFrameBuffer shown = last;
    if (shown != null && !closed) {
      target.pushFrame(new VideoFrame(shown, System.nanoTime()));
    }
  }

  private void release() {
    VideoFrameBuffer old = last;
    last = null;
    if (old != null) {
      old.release();
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
