/// A Socket.IO 4 server (packets v5) on Engine.IO: namespaces, rooms, events with acknowledgements
/// both ways, binary, and a decision before anyone is connected. It knows nothing of what the
/// events mean.
///
/// Handlers are called on the event loop of the socket's connection, one after the other and in
/// order of arrival: they decode, hand off and return, and never block. Everything public here may
/// be called on any thread; what one thread sends to one socket arrives in that order.
@NullMarked
package dev.windowshop.relay.socketio;

import org.jspecify.annotations.NullMarked;
