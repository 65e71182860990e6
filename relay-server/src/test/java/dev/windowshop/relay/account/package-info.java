@NullMarked
package dev.windowshop.relay.account;

import org.jspecify.annotations.NullMarked;
