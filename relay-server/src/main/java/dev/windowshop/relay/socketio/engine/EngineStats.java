package dev.windowshop.relay.socketio.engine;

/// Counts of one server.
///
/// @param open sessions now
/// @param openWebSockets those of them on a WebSocket
/// @param opened sessions since the start
/// @param slowConsumersDropped sessions ended because too much was waiting for the client
/// @param refused sessions ended and requests turned away because they broke the protocol or a
///   limit
public record EngineStats(
    long open, long openWebSockets, long opened, long slowConsumersDropped, long refused) {}
