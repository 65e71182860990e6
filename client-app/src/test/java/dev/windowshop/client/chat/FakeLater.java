package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Messages for later that a test decides.
final class FakeLater implements Later {
  final Live<Map<String, List<LaterMessage>>> all = new Live<>(Map.of());
  final List<Instant> times = new ArrayList<>();
  final List<Draft> drafts = new ArrayList<>();
  final List<String> done = new ArrayList<>();

  /// How the next changes end; null for well.
  @Nullable RuntimeException failing;

  InstantSource clock = InstantSource.system();

  @Override
  public Live<Map<String, List<LaterMessage>>> all() {
    return all;
  }

  @Override
  public InstantSource clock() {
    return () -> clock.instant();
  }

  @Override
  public CompletableFuture<Void> schedule(String conversationId, Draft draft, Instant at) {
    drafts.add(draft);
    times.add(at);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> edit(LaterMessage message, String text) {
    return did("edit " + message.clientId() + " " + text);
  }

  @Override
  public CompletableFuture<Void> move(LaterMessage message, Instant at) {
    times.add(at);
    return did("move " + message.clientId());
  }

  @Override
  public CompletableFuture<Void> sendNow(LaterMessage message) {
    return did("send " + message.clientId());
  }

  @Override
  public CompletableFuture<Void> cancel(LaterMessage message) {
    return did("cancel " + message.clientId());
  }

  private CompletableFuture<Void> did(String what) {
    if (failing != null) {
      return CompletableFuture.failedFuture(failing);
    }
    done.add(what);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public Subscription onFailed(Consumer<LaterMessage> listener) {
    return () -> {};
  }
}
