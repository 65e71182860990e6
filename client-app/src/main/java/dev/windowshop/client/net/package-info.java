/// Talking to the relay: REST, the socket, tokens and their renewal. Knows the protocol's records,
/// and nothing of what they are shown as.
///
/// Threads: [dev.windowshop.client.net.RelayClient] blocks its caller (a virtual thread); the
/// socket's callbacks run on its own thread, `socket`.
@NullMarked
package dev.windowshop.client.net;

import org.jspecify.annotations.NullMarked;
