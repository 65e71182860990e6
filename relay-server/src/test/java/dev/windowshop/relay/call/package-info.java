/// Tests of the relay's calls: the rules alone, and the feature over a real database.
@NullMarked
package dev.windowshop.relay.call;

import org.jspecify.annotations.NullMarked;
