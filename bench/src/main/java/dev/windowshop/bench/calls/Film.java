package dev.windowshop.bench.calls;

import dev.windowshop.client.media.frames.FrameReader;
import dev.windowshop.client.media.frames.FrameSink;
import java.io.IOException;
import java.nio.file.Path;

/// Where the newest picture of somebody is to be had.
interface Film {
  /// Gives it to the sink, once.
  void next(FrameSink sink);

  static Film of(Path frames) throws IOException {
    return FrameReader.open(frames)::next;
  }
}
