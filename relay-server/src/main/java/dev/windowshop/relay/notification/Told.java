package dev.windowshop.relay.notification;

import dev.windowshop.protocol.ServerEvent;

/// What to tell all devices of a user after the commit.
public record Told(String userId, ServerEvent event) {}
