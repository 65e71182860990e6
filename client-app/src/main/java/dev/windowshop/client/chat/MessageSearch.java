package dev.windowshop.client.chat;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Looks for messages. Nothing blocks.
public interface MessageSearch {
  /// In all that is kept on this machine, with the relay or without; the newest first.
  CompletableFuture<List<MessageHit>> find(MessageQuery query, int most);

  /// What the relay has and this machine never had, the newest first; nothing without words, and
  /// nothing without the relay.
  CompletableFuture<List<MessageHit>> elsewhere(MessageQuery query, int most);
}
