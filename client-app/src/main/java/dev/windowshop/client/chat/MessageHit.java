package dev.windowshop.client.chat;

import dev.windowshop.protocol.Message;
import java.time.Instant;

/// A message that was found.
///
/// @param words what it says, in one line
public record MessageHit(
    String conversationId,
    String conversationName,
    String messageId,
    long seq,
    String sender,
    Message.Type type,
    String words,
    Instant at) {}
