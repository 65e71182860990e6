/// The demo shop: sellers, products, reviews, shoppers with a history, and what they talk about.
///
/// Pure and deterministic: nothing here opens a database, a file or a socket, and the same moment
/// gives the same records. Texts are resources beside this package. Safe on any thread.
@NullMarked
package dev.windowshop.relay.demo;

import org.jspecify.annotations.NullMarked;
