@NullMarked
package dev.windowshop.relay.realtime;

import org.jspecify.annotations.NullMarked;
