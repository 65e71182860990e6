/// The relay's Socket.IO layer as the protocol's own test suites want it: an echo server under
/// `/engine.io` and `/socket.io`. Handlers run on Vert.x event loops.
@NullMarked
package dev.windowshop.bench.conformance;

import org.jspecify.annotations.NullMarked;
