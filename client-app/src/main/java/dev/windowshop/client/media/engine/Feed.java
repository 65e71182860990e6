package dev.windowshop.client.media.engine;

import java.time.Duration;

/// Something that pushes pictures into a source on a thread of its own until it is closed. `close`
/// returns when no more will come.
interface Feed extends AutoCloseable {
  /// Since its last picture, or since it was opened. What draws its pictures itself is never
  /// silent.
  default Duration silence() {
    return Duration.ZERO;
  }

  @Override
  void close();
}
