package dev.windowshop.relay.notification;

import dev.windowshop.protocol.Notification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// As it is stored.
record NotificationRow(
    String id,
    String userId,
    Notification.Kind kind,
    long count,
    @Nullable String actorId,
    @Nullable String what,
    @Nullable String title,
    Notification.Target target,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant readAt) {}
