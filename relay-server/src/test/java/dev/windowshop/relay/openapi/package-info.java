@NullMarked
package dev.windowshop.relay.openapi;

import org.jspecify.annotations.NullMarked;
