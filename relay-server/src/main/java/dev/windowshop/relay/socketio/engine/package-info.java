/// Engine.IO 4: sessions over HTTP long-polling and WebSocket, heartbeats, and the upgrade from one
/// to the other. It carries text and binary messages and knows nothing of what they mean.
///
/// Everything of one session runs on one event loop: the loop of the request that opened it.
/// Requests of the same session that arrive on another loop are handed over. [Engine#send] and
/// [Engine#close] may be called on any thread.
@NullMarked
package dev.windowshop.relay.socketio.engine;

import org.jspecify.annotations.NullMarked;
