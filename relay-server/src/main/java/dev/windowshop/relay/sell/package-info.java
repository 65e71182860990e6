/// What sellers do: their shop's page, their products, their stock.
///
/// Endpoints run on virtual threads; pictures are scaled on a small pool of platform threads. What
/// shoppers see of all this is the catalogue's (`store`).
@NullMarked
package dev.windowshop.relay.sell;

import org.jspecify.annotations.NullMarked;
