@NullMarked
package dev.windowshop.relay.db;

import org.jspecify.annotations.NullMarked;
