@NullMarked
package dev.windowshop.client.cards;

import org.jspecify.annotations.NullMarked;
