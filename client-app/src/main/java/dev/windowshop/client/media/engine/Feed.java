package dev.windowshop.client.media.engine;

/// Something that pushes pictures into a source on a thread of its own until it is closed. `close`
/// returns when no more will come.
interface Feed extends AutoCloseable {
  @Override
  void close();
}
