package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Messages that go out at a time of their own. The relay keeps and sends them; until it has been
/// told they are kept here. Nothing blocks.
public interface Later {
  /// What waits or could not be sent, by conversation, the next one first.
  Live<Map<String, List<LaterMessage>>> all();

  /// The present by the relay's clock, as far as it is known: this machine's may be wrong.
  InstantSource clock();

  /// Completes once it is safe on this machine, whether the relay is there or not.
  ///
  /// @return fails with what is wrong with a file
  CompletableFuture<Void> schedule(String conversationId, Draft draft, Instant at);

  /// Has it say something else.
  CompletableFuture<Void> edit(LaterMessage message, String text);

  /// Sends it at another time; one that could not be sent is tried again then.
  CompletableFuture<Void> move(LaterMessage message, Instant at);

  CompletableFuture<Void> sendNow(LaterMessage message);

  CompletableFuture<Void> cancel(LaterMessage message);

  /// Hears of those that could not be sent when their time had come.
  Subscription onFailed(Consumer<LaterMessage> listener);
}
