/// The load client of the benchmarks: a process of its own that opens any number of Socket.IO
/// WebSockets on one thread, sends messages and counts what arrives, the same way for every server.
/// It speaks just enough of the protocol, and parses just enough of an event, that the server and
/// not the client is what is measured.
@NullMarked
package dev.windowshop.bench.load;

import org.jspecify.annotations.NullMarked;
