package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.windowshop.client.media.frames.PictureStamp;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pushes a drawing, stamped, at its own pace.
public final class DrawnFeed implements Feed {
  private static final Logger LOG = LoggerFactory.getLogger(DrawnFeed.class);

  private final CustomVideoSource source;
  private final Drawing drawing;
  private final int owner;
  private final VideoSize size;
  private final Thread thread;
  private volatile boolean closed;

  /// The picture of people who are programs, for a source of one's own.
  ///
  /// @param owner gives it its colour and is written into it
  public static AutoCloseable street(
      CustomVideoSource source, int owner, int width, int height, int framesPerSecond) {
    return new DrawnFeed(
        source,
        new StreetDrawing(0.3, owner),
        owner,
        new VideoSize(width, height, framesPerSecond));
  }

  DrawnFeed(CustomVideoSource source, Drawing drawing, int owner, VideoSize size) {
    this.source = source;
    this.drawing = drawing;
    this.owner = owner;
    this.size = size;
    thread = Thread.ofPlatform().name("media-picture").daemon(true).start(this::run);
  }

  private void run() {
    try {
      Picture picture = new Picture(size.width(), size.height());
      long start = System.nanoTime();
      long due = start;
      for (int number = 0; !closed; number++) {
        drawing.draw(picture, (due - start) / 1e9);
        picture.stamp(new PictureStamp(owner, number & 0xffff));
        push(picture);
        long now = System.nanoTime();
        due += size.frameNanos();
        if (due < now) {
          due = now;
        }
        while (!closed && due - System.nanoTime() > 0) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
      }
    } catch (RuntimeException | Error e) {
      LOG.error("the drawn picture stopped", e);
    }
  }

  private void push(Picture picture) {
    NativeI420Buffer buffer = NativeI420Buffer.allocate(picture.width, picture.height);
    VideoFrame frame = new VideoFrame(buffer, System.nanoTime());
    try {
      picture.copyTo(buffer);
      source.pushFrame(frame);
    } finally {
      frame.release();
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
