@NullMarked
package dev.windowshop.search;

import org.jspecify.annotations.NullMarked;
