/// Moderation: the queue of reports, what was decided, and the log. For moderators only; the relay
/// decides who is one.
@NullMarked
package dev.windowshop.client.moderation;

import org.jspecify.annotations.NullMarked;
