@NullMarked
package dev.windowshop.client.people;

import org.jspecify.annotations.NullMarked;
