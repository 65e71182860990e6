package dev.windowshop.bench.calls;

import dev.windowshop.client.media.frames.PictureStamp;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The screen: some sixty times a second the newest picture of every tile is copied into a buffer,
/// as the window does it, and the cameras' own pictures say when each was taken.
final class Glass {
  /// Not quite sixty: beside a camera at thirty the pulses would come at the same moment of every
  /// picture all through a run.
  private static final double HERTZ = 59.3;

  private static final long PULSE = (long) (1e9 / HERTZ);

  /// What is known of one peer's pictures.
  private static final class Tile {
    private final int stamp;
    private final Map<Integer, Long> taken = new HashMap<>();
    private ByteBuffer pixels = ByteBuffer.allocateDirect(0);
    private int last = -1;
    private int width;
    private int count;

    Tile(int stamp) {
      this.stamp = stamp;
    }
  }

  private final Map<Integer, Tile> tiles = new HashMap<>();
  private final Map<Integer, Film> cameras = new ConcurrentHashMap<>();
  private final Map<Integer, Film> films = new ConcurrentHashMap<>();
  private final List<Double> ages = new ArrayList<>();

  /// Where this peer's pictures are taken.
  void camera(int stamp, Film film) {
    cameras.put(stamp, film);
  }

  /// Where this peer's pictures arrive.
  void film(int stamp, Film film) {
    films.put(stamp, film);
  }

  /// Looks for so long.
  void look(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long due = System.nanoTime(); due - end < 0; due += PULSE) {
      while (due - System.nanoTime() > 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      cameras.forEach((stamp, film) -> taken(tile(stamp), film));
      films.forEach((stamp, film) -> shown(tile(stamp), film));
      due = Math.max(due, System.nanoTime() - PULSE);
    }
  }

  private Tile tile(int stamp) {
    return tiles.computeIfAbsent(stamp, Tile::new);
  }

  private static void taken(Tile tile, Film film) {
    film.next((width, height, captured, number, bgra) -> {
      PictureStamp stamp = PictureStamp.read(width, height, bgra);
      if (stamp != null && stamp.owner() == tile.stamp) {
        tile.taken.put(stamp.number(), captured);
      }
    });
  }

  private void shown(Tile tile, Film film) {
    film.next((width, height, captured, number, bgra) -> {
      if (tile.pixels.capacity() != bgra.remaining()) {
        tile.pixels = ByteBuffer.allocateDirect(bgra.remaining());
      }
      tile.pixels.clear().put(bgra.duplicate());
      long now = System.nanoTime();
      tile.width = width;
      PictureStamp stamp = PictureStamp.read(width, height, bgra);
      if (stamp == null || stamp.owner() != tile.stamp || stamp.number() == tile.last) {
        return;
      }
      tile.last = stamp.number();
      tile.count++;
      Long start = tile.taken.get(stamp.number());
      if (start != null) {
        ages.add((now - start) / 1e6);
      }
    });
  }

  /// Whether every one of these peers was seen.
  boolean hasSeen(int peers) {
    return tiles.values().stream().filter(tile -> tile.last >= 0).count() >= peers;
  }

  /// Counts from here on.
  void begin() {
    ages.clear();
    tiles.values().forEach(tile -> tile.count = 0);
  }

  List<Double> ages() {
    return ages;
  }

  List<Double> counts() {
    return peers().map(tile -> (double) tile.count).toList();
  }

  /// All but one's own.
  private Stream<Tile> peers() {
    return tiles.values().stream().filter(tile -> tile.stamp >= Mesh.FIRST_STAMP);
  }

  int width() {
    return peers().mapToInt(tile -> tile.width).min().orElse(0);
  }
}
