/// Checkout and orders: what was asked for waits on this machine until the relay has taken it, and
/// what was bought stays readable without a network. Services run on the client's workers; views
/// and view models on the FX thread.
@NullMarked
package dev.windowshop.client.order;

import org.jspecify.annotations.NullMarked;
