@NullMarked
package dev.windowshop.relay.review;

import org.jspecify.annotations.NullMarked;
