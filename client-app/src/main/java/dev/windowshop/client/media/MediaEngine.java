package dev.windowshop.client.media;

import java.util.function.Consumer;

/// Devices, peer connections and their negotiation, for any number of calls. The same whether it
/// runs in a child process or in this one. Safe to use from any thread.
///
/// The caller owns what is wanted; the engine only does it. After [MediaEvent.Died] all calls,
/// peers and tiles are gone, and commands are dropped until [MediaEvent.Restarted]; the caller then
/// opens its calls again, with a new session.
public interface MediaEngine extends AutoCloseable {
  /// Never blocks. Commands are carried out in order; one that names an unknown call or peer, or an
  /// older session of a peer, is dropped.
  void send(MediaCommand command);

  /// Adds a listener. It is called on a thread of the engine, in order: hand off and return.
  void onEvent(Consumer<MediaEvent> listener);

  /// Ends every call and lets the devices go. Idempotent; may take a second.
  @Override
  void close();
}
