/// Conversations against a whole relay: real database, real HTTP, real sockets.
@NullMarked
package dev.windowshop.relay.chat;

import org.jspecify.annotations.NullMarked;
