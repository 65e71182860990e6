/// Tests of calls: the reducer alone, views headless, and two clients over a real relay.
@NullMarked
package dev.windowshop.client.call;

import org.jspecify.annotations.NullMarked;
