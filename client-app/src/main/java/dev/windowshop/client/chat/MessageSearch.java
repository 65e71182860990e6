package dev.windowshop.client.chat;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Looks for messages in all that is kept on this machine; works without the relay, and does not
/// block.
public interface MessageSearch {
  /// The newest first.
  CompletableFuture<List<MessageHit>> find(MessageQuery query, int most);
}
