package dev.windowshop.client.call;

import dev.windowshop.client.media.frames.FrameReader;
import dev.windowshop.client.media.frames.PictureStamp;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Looks at the pictures of the others in a call, as a tile would, and tells whose they are.
public final class PictureWatch implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String PICTURE = "picture of ";
  private static final String SCREEN = "screen of ";

  /// What encoding may do to a colour.
  private static final int NEAR = 24;

  private record Film(Path path, FrameReader reader) {}

  private final CallService service;
  private final Map<String, Film> films = new HashMap<>();

  public PictureWatch(CallService service) {
    this.service = service;
  }

  /// Waits for this many different pictures with this stamp of the only other one.
  public void await(int stamp, int count) throws IOException {
    await(null, stamp, count);
  }

  /// Waits for this many different pictures with this stamp.
  ///
  /// @param userId whose they are, null for the only other one
  public void await(@Nullable String userId, int stamp, int count) throws IOException {
    await(userId, PICTURE, Peer::frames, stamp, count);
  }

  /// The same for what they share.
  public void awaitScreen(String userId, int stamp, int count) throws IOException {
    await(userId, SCREEN, peer -> peer.signs().screen(), stamp, count);
  }

  /// Waits until what they share has this colour; encoding changes colours a little.
  public void awaitScreen(String userId, Color colour) throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    Color[] last = new Color[1];
    while (System.nanoTime() < end) {
      FrameReader current = current(userId, SCREEN, peer -> peer.signs().screen());
      if (current != null) {
        current.next(
            (width, height, captured, number, bgra) -> last[0] = colourAt(width, height, bgra));
      }
      Color seen = last[0];
      if (seen != null && isLike(seen, colour)) {
        return;
      }
      LockSupport.parkNanos(2_000_000);
    }
    throw new AssertionError("saw " + last[0] + ", not " + colour);
  }

  /// Of a pixel below and to the right of the middle, where the pointer is.
  static Color colourAt(int width, int height, ByteBuffer bgra) {
    int pixel = height * 3 / 4 * width + width * 3 / 4;
    return new Color(
        bgra.get(4 * pixel + 2) & 0xff, bgra.get(4 * pixel + 1) & 0xff, bgra.get(4 * pixel) & 0xff);
  }

  static boolean isLike(Color seen, Color wanted) {
    return Math.abs(seen.getRed() - wanted.getRed()) < NEAR
        && Math.abs(seen.getGreen() - wanted.getGreen()) < NEAR
        && Math.abs(seen.getBlue() - wanted.getBlue()) < NEAR;
  }

  private void await(
      @Nullable String userId,
      String what,
      Function<Peer, @Nullable Path> where,
      int stamp,
      int count)
      throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    PictureStamp[] last = new PictureStamp[1];
    int[] different = new int[1];
    while (System.nanoTime() < end) {
      FrameReader current = current(userId, what, where);
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
  }

  private @Nullable FrameReader current(
      @Nullable String userId, String what, Function<Peer, @Nullable Path> where)
      throws IOException {
    CallState state = service.state().value();
    Room room = state == null ? null : state.currentRoom();
    Peer peer = null;
    if (room != null && !room.peers().isEmpty()) {
      peer = userId == null ? room.peers().getFirst() : room.peer(userId);
    }
    String key = what + (userId == null ? "" : userId);
    Film known = films.get(key);
    Path frames = peer == null ? null : where.apply(peer);
    if (frames != null && (known == null || !frames.equals(known.path()))) {
      try {
        FrameReader opened = FrameReader.open(frames);
        Film before = films.put(key, new Film(frames, opened));
        if (before != null) {
          before.reader().close();
        }
        return opened;
      } catch (NoSuchFileException e) {
        // A tile that was replaced since the state was read: the next state names the new one.
      }
    }
    return known == null ? null : known.reader();
  }

  @Override
  public void close() {
    films.values().forEach(film -> film.reader().close());
    films.clear();
  }
}
