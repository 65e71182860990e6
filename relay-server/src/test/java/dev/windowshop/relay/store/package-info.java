@NullMarked
package dev.windowshop.relay.store;

import org.jspecify.annotations.NullMarked;
