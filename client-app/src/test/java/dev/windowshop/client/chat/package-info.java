/// Conversations on this machine: rows and view models alone, the views without a display, and two
/// clients against a whole relay.
@NullMarked
package dev.windowshop.client.chat;

import org.jspecify.annotations.NullMarked;
