package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A packet from a client.
///
/// @param attachments how many binary messages follow it
/// @param id what an acknowledgement refers to
record Packet(
    PacketType type,
    int attachments,
    String namespace,
    @Nullable Long id,
    @Nullable JsonNode data) {}
