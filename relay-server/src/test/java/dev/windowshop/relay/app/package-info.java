@NullMarked
package dev.windowshop.relay.app;

import org.jspecify.annotations.NullMarked;
