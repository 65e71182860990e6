@NullMarked
package dev.windowshop.relay.order;

import org.jspecify.annotations.NullMarked;
