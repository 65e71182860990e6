@NullMarked
package dev.windowshop.relay.moderation;

import org.jspecify.annotations.NullMarked;
