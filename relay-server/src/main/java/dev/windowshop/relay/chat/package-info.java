/// Conversations, their members and messages, what changed since, and what is personal to a reader.
///
/// Routes and commands run on virtual threads; SQL runs on the database's threads, inside units of
/// work that return what happened as data; events leave from the database's publishing thread, in
/// commit order.
@NullMarked
package dev.windowshop.relay.chat;

import org.jspecify.annotations.NullMarked;
