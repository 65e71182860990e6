/// What the relay says of its own interface: OpenAPI of the routes, AsyncAPI of the socket, and a
/// page to read. Made when first asked for, on the thread of whoever asks.
@NullMarked
package dev.windowshop.relay.openapi;

import org.jspecify.annotations.NullMarked;
