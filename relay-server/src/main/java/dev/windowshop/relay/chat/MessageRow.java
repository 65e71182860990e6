package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message as it is stored: its sender and its card are names of things kept elsewhere.
record MessageRow(
    String id,
    String conversationId,
    long seq,
    long change,
    String clientId,
    String bodyHash,
    String senderId,
    Message.Type type,
    @Nullable String content,
    @Nullable String replyToId,
    @Nullable JsonNode metadata,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt) {}
