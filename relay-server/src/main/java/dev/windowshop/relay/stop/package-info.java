/// Stopping in good order: what runs is counted, so that it can be finished. Any thread.
@NullMarked
package dev.windowshop.relay.stop;

import org.jspecify.annotations.NullMarked;
