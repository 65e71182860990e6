@NullMarked
package dev.windowshop.relay.story;

import org.jspecify.annotations.NullMarked;
