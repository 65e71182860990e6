/// What shoppers keep for themselves: what they wish for, and where things are sent.
///
/// Endpoints run on virtual threads; a change reaches one's other devices as a personal item.
@NullMarked
package dev.windowshop.relay.shopper;

import org.jspecify.annotations.NullMarked;
