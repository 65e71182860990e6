package dev.windowshop.client.chat;

import dev.windowshop.protocol.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message of one's own that the relay has not taken yet.
///
/// @param problem why the relay refused it, fit to be shown; null while it waits
/// @param files copies of what goes with it
/// @param sendAt when it goes out; null for as soon as can be
/// @param waits what it waits for beside the connection, fit to be shown; null when it is nothing
public record Pending(
    String conversationId,
    Message.Send send,
    Instant createdAt,
    @Nullable String problem,
    List<PendingFile> files,
    @Nullable String waits,
    @Nullable Instant sendAt) {
  public Pending(
      String conversationId,
      Message.Send send,
      Instant createdAt,
      @Nullable String problem,
      List<PendingFile> files) {
    this(conversationId, send, createdAt, problem, files, null, null);
  }

  public Pending(
      String conversationId, Message.Send send, Instant createdAt, @Nullable String problem) {
    this(conversationId, send, createdAt, problem, List.of());
  }

  public String clientId() {
    return send.clientId();
  }

  public boolean failed() {
    return problem != null;
  }
}
