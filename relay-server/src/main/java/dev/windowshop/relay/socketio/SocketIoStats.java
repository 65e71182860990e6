package dev.windowshop.relay.socketio;

import dev.windowshop.relay.socketio.engine.EngineStats;

/// Counts of one server.
///
/// @param sockets clients connected to a namespace now
public record SocketIoStats(EngineStats engine, long sockets) {}
