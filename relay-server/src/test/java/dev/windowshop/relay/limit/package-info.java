@NullMarked
package dev.windowshop.relay.limit;

import org.jspecify.annotations.NullMarked;
