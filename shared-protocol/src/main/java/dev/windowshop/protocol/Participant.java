package dev.windowshop.protocol;

import java.time.Instant;

/// A member of a conversation.
///
/// @param deliveredSeq everything up to this has reached one of their devices
/// @param readSeq everything up to this was read; both are 0 where receipts are hidden
public record Participant(
    User user, Role role, Instant joinedAt, long deliveredSeq, long readSeq) {}
