/// The one door to the JavaFX application thread.
@NullMarked
package dev.windowshop.client.platform.fx;

import org.jspecify.annotations.NullMarked;
