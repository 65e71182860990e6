/// Looks a relay over and says what to do: nothing here changes anything.
@NullMarked
package dev.windowshop.relay.doctor;

import org.jspecify.annotations.NullMarked;
