@NullMarked
package dev.windowshop.client.story;

import org.jspecify.annotations.NullMarked;
