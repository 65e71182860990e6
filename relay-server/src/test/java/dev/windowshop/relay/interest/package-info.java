/// Events and recommendations on a real relay.
@NullMarked
package dev.windowshop.relay.interest;

import org.jspecify.annotations.NullMarked;
