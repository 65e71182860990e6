/// Who is asking: access tokens, the key that signs them, the verified identity behind a request or
/// a socket. Thread-safe.
@NullMarked
package dev.windowshop.relay.auth;

import org.jspecify.annotations.NullMarked;
