@NullMarked
package dev.windowshop.client.preview;

import org.jspecify.annotations.NullMarked;
