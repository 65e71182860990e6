/// Selling: opening a shop, its products, their stock, and the orders to pack and ship. Everything
/// is asked of the relay; what was seen last stays readable without it.
///
/// Threads: services are safe from any thread and never block their caller; views and view models
/// live on the FX thread.
@NullMarked
package dev.windowshop.client.seller;

import org.jspecify.annotations.NullMarked;
