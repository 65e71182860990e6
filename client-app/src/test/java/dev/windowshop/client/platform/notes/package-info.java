/// Notes on a bus of the tests' own.
@NullMarked
package dev.windowshop.client.platform.notes;

import org.jspecify.annotations.NullMarked;
