@NullMarked
package dev.windowshop.client.moderation;

import org.jspecify.annotations.NullMarked;
