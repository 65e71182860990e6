/// The shop: catalogue, product, search, cart, recommendations and what a shopper did, all read
/// from the cache first. Views and view models beside the services.
///
/// Threads: services are safe from any thread and never block their caller; views and view models
/// live on the FX thread.
@NullMarked
package dev.windowshop.client.store;

import org.jspecify.annotations.NullMarked;
