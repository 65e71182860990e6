/// Who is asking: the verified identity behind a request or a socket. Immutable, any thread.
@NullMarked
package dev.windowshop.relay.auth;

import org.jspecify.annotations.NullMarked;
