/// Statuses that are there for a day: one's own and those of whom one talks with. They are kept in
/// the cache until they end and shown from there; what one does waits here until the relay knows of
/// it. The `story` thread writes, views live on the FX thread.
@NullMarked
package dev.windowshop.client.story;

import org.jspecify.annotations.NullMarked;
