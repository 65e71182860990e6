@NullMarked
package dev.windowshop.relay.backup;

import org.jspecify.annotations.NullMarked;
