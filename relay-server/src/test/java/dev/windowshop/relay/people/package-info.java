@NullMarked
package dev.windowshop.relay.people;

import org.jspecify.annotations.NullMarked;
