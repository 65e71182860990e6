package dev.windowshop.client.chat;

import dev.windowshop.protocol.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a message has come with somebody.
///
/// @param readAt when it was seen to be read; null when that was not seen from here
/// @param deliveredAt likewise
public record Reader(
    User user,
    boolean delivered,
    boolean read,
    @Nullable Instant deliveredAt,
    @Nullable Instant readAt) {}
