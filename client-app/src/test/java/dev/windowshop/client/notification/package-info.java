@NullMarked
package dev.windowshop.client.notification;

import org.jspecify.annotations.NullMarked;
