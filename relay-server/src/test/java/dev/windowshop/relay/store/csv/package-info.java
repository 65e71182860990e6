@NullMarked
package dev.windowshop.relay.store.csv;

import org.jspecify.annotations.NullMarked;
