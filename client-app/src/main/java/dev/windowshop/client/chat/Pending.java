package dev.windowshop.client.chat;

import dev.windowshop.protocol.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message of one's own that the relay has not taken yet.
///
/// @param problem why the relay refused it, fit to be shown; null while it waits
public record Pending(
    String conversationId, Message.Send send, Instant createdAt, @Nullable String problem) {
  public String clientId() {
    return send.clientId();
  }

  public boolean failed() {
    return problem != null;
  }
}
