@NullMarked
package dev.windowshop.client.voice;

import org.jspecify.annotations.NullMarked;
