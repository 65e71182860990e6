/// Checkout, orders, payments and what sellers do about them. A checkout commits the order, the
/// hold on its stock and the pending payment together; the payment's provider is asked after that,
/// and its answer is committed in a second step. Runs on its callers' threads, virtual ones.
@NullMarked
package dev.windowshop.relay.order;

import org.jspecify.annotations.NullMarked;
