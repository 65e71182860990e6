package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Role;
import java.time.Instant;

/// Somebody's current membership.
///
/// @param visibleFromSeq the first message that they may see
public record Member(
    String conversationId,
    String userId,
    Role role,
    Instant joinedAt,
    long visibleFromSeq,
    long deliveredSeq,
    long readSeq,
    long change) {}
