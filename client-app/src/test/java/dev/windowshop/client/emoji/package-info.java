@NullMarked
package dev.windowshop.client.emoji;

import org.jspecify.annotations.NullMarked;
