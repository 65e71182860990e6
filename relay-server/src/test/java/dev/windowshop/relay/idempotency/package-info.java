/// Tests of what is sent again.
@NullMarked
package dev.windowshop.relay.idempotency;

import org.jspecify.annotations.NullMarked;
