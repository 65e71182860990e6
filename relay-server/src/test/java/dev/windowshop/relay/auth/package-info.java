@NullMarked
package dev.windowshop.relay.auth;

import org.jspecify.annotations.NullMarked;
