/// REST on Vert.x: route registration, decoding, identity, problems. Knows no SQL and no shop.
///
/// Endpoints run on virtual threads and may block; nothing here blocks an event loop.
@NullMarked
package dev.windowshop.relay.http;

import org.jspecify.annotations.NullMarked;
