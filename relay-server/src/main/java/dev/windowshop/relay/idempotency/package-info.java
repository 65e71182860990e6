/// Requests that may be sent again: the first answer of an `Idempotency-Key` is kept for a day.
/// Runs on its callers' threads, virtual ones.
@NullMarked
package dev.windowshop.relay.idempotency;

import org.jspecify.annotations.NullMarked;
