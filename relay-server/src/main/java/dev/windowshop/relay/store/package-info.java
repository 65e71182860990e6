/// The shop: catalogue, cart, import, pictures.
///
/// SQL keeps it; the catalogue is answered from an immutable snapshot in memory. Endpoints run on
/// virtual threads; pictures are drawn on a small pool of platform threads.
@NullMarked
package dev.windowshop.relay.store;

import org.jspecify.annotations.NullMarked;
