package dev.windowshop.client.call;

import dev.windowshop.client.media.frames.FrameReader;
import dev.windowshop.client.media.frames.PictureStamp;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Looks at the pictures of the only other one in a call, as a tile would, and tells whose they
/// are.
public final class PictureWatch implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final CallService service;
  private @Nullable Path watched;
  private @Nullable FrameReader reader;

  public PictureWatch(CallService service) {
    this.service = service;
  }

  /// Waits for this many different pictures with this stamp.
  public void await(int stamp, int count) throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    PictureStamp[] last = new PictureStamp[1];
    int[] different = new int[1];
    while (System.nanoTime() < end) {
      FrameReader current = current();
      if (current != null) {
        current.next((width, height, captured, number, bgra) -> {
          PictureStamp seen = PictureStamp.read(width, height, bgra);
          if (seen != null && seen.owner() == stamp && !seen.equals(last[0])) {
            last[0] = seen;
            different[0]++;
          }
        });
      }
      if (different[0] >= count) {
        return;
      }
      LockSupport.parkNanos(2_000_000);
    }
    throw new AssertionError(
        "saw " + different[0] + " pictures of " + stamp + " in " + service.state().value());
  }

  /// Pictures that are there already do not count for what is awaited next.
  public void lookAway() {
    close();
    reader = null;
    watched = null;
  }

  private @Nullable FrameReader current() throws IOException {
    CallState state = service.state().value();
    Room room = state == null ? null : state.currentRoom();
    Path frames = room == null || room.peers().isEmpty() ? null : room.peers().getFirst().frames();
    if (frames != null && !frames.equals(watched)) {
      try {
        FrameReader opened = FrameReader.open(frames);
        close();
        watched = frames;
        reader = opened;
      } catch (NoSuchFileException e) {
        // A tile that was replaced since the state was read: the next state names the new one.
        return reader;
      }
    }
    return reader;
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
  }
}
