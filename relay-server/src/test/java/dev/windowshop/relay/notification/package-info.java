@NullMarked
package dev.windowshop.relay.notification;

import org.jspecify.annotations.NullMarked;
