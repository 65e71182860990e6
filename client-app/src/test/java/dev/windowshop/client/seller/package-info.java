@NullMarked
package dev.windowshop.client.seller;

import org.jspecify.annotations.NullMarked;
