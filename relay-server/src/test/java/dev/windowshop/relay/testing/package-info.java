/// What several features' tests use.
@NullMarked
package dev.windowshop.relay.testing;

import org.jspecify.annotations.NullMarked;
