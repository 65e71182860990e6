/// Card payments through Stripe: its hosted page in the buyer's browser, its signed reports,
/// refunds. Everything about Stripe is here; orders know it as one provider among others. Runs on
/// its callers' threads, virtual ones.
@NullMarked
package dev.windowshop.relay.stripe;

import org.jspecify.annotations.NullMarked;
