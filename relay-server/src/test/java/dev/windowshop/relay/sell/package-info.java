@NullMarked
package dev.windowshop.relay.sell;

import org.jspecify.annotations.NullMarked;
