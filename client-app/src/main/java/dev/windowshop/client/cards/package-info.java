/// What products, orders and offers look like inside a conversation: as they are now, beside how
/// they were when they were sent.
///
/// Threads: everything lives on the FX thread.
@NullMarked
package dev.windowshop.client.cards;

import org.jspecify.annotations.NullMarked;
