package dev.windowshop.client.media.frames;

import java.nio.ByteBuffer;

/// Takes one picture.
@FunctionalInterface
public interface FrameSink {
  /// @param captureNanos `System.nanoTime` of the writer; comparable in one process, and between
  ///   processes on Linux
  /// @param number counts the pictures of the tile, so that a gap shows what was skipped
  /// @param bgra `width * height * 4` bytes of shared memory, rows without padding, opaque; only
  ///   valid during this call
  void frame(int width, int height, long captureNanos, long number, ByteBuffer bgra);
}
