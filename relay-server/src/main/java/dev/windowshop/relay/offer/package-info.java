/// What sellers offer in conversations: made with a message, paid from its card once and by its
/// addressee only, at the price that was agreed. Runs on its callers' threads, virtual ones.
@NullMarked
package dev.windowshop.relay.offer;

import org.jspecify.annotations.NullMarked;
