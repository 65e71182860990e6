@NullMarked
package dev.windowshop.client.order;

import org.jspecify.annotations.NullMarked;
