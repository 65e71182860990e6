package dev.windowshop.relay.notification;

import dev.windowshop.protocol.Notification;
import org.jspecify.annotations.Nullable;

/// Something of which somebody may want to hear.
///
/// @param topic which of their settings has a say
/// @param key what is of the same sort and about the same place, and thus one notification
/// @param mark grows with each thing of one key, so that the same thing is noticed once
/// @param actorId null for the relay itself
public record Happening(
    Notification.Kind kind,
    Topic topic,
    String key,
    long mark,
    @Nullable String actorId,
    @Nullable String what,
    @Nullable String title,
    Notification.Target target) {}
