package dev.windowshop.client.call;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Asks the relay about links into calls. Thread-safe; nothing blocks the caller.
public final class CallLinkClient implements OwnLinksViewModel.Source {
  private final RelayClient relay;
  private final Executor io;

  public CallLinkClient(RelayClient relay, Executor io) {
    this.relay = relay;
    this.io = io;
  }

  /// A link into a call that one is in.
  public CompletableFuture<CallLink> create(String callId) {
    return CompletableFuture.supplyAsync(
        () ->
            relay.post(
                "/calls/" + callId + "/links", new CallLink.Create(null, null), CallLink.class),
        io);
  }

  /// What a link leads to.
  public CompletableFuture<CallLink> preview(String token) {
    return CompletableFuture.supplyAsync(
        () -> relay.get("/call-links/" + token, CallLink.class), io);
  }

  @Override
  public CompletableFuture<List<CallLink>> own() {
    return CompletableFuture.supplyAsync(
        () -> relay.get("/call-links", new TypeReference<Page<CallLink>>() {}).items(), io);
  }

  @Override
  public CompletableFuture<Void> revoke(String linkId) {
    return CompletableFuture.runAsync(() -> relay.delete("/call-links/" + linkId), io);
  }
}
