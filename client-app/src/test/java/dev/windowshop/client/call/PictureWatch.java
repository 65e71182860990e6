package dev.windowshop.client.call;

import dev.windowshop.client.media.frames.FrameReader;
import dev.windowshop.client.media.frames.PictureStamp;
import java.io.IOException;
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
    await(userId, Peer::frames, stamp, count);
  }

  /// The same for what they share.
  public void awaitScreen(String userId, int stamp, int count) throws IOException {
    await(userId, peer -> peer.signs().screen(), stamp, count);
  }

  private void await(
      @Nullable String userId, Function<Peer, @Nullable Path> where, int stamp, int count)
      throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    PictureStamp[] last = new PictureStamp[1];
    int[] different = new int[1];
    while (System.nanoTime() < end) {
      FrameReader current = current(userId, where);
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
      @Nullable String userId, Function<Peer, @Nullable Path> where) throws IOException {
    CallState state = service.state().value();
    Room room = state == null ? null : state.currentRoom();
    Peer peer = null;
    if (room != null && !room.peers().isEmpty()) {
      peer = userId == null ? room.peers().getFirst() : room.peer(userId);
    }
    String key = userId == null ? "" : userId;
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
