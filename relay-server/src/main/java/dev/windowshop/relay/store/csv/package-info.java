/// `relay import`: Shopify product CSV, read as a stream, one product a unit of work.
///
/// Runs on the main thread of its own process, beside a serving relay; pictures are fetched on
/// virtual threads.
@NullMarked
package dev.windowshop.relay.store.csv;

import org.jspecify.annotations.NullMarked;
