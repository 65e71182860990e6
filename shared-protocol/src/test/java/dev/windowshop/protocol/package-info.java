@NullMarked
package dev.windowshop.protocol;

import org.jspecify.annotations.NullMarked;
