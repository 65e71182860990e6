/// Stories: what somebody is up to, for a day, shown to those they have chatted with. Services run
/// on the caller's thread, which may block.
@NullMarked
package dev.windowshop.relay.story;

import org.jspecify.annotations.NullMarked;
