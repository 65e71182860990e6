/// Calls as the relay sees them: it rings, tracks who is in, times out, keeps the history, and
/// forwards signals between the participants of a call. Media never passes through here.
///
/// Commands run on virtual threads, one after the other for a socket. What a call is lives in the
/// database and changes only inside a write, so that concurrent commands take turns there; which
/// socket a participant is on lives in memory and is changed where writes are published, in commit
/// order.
@NullMarked
package dev.windowshop.relay.call;

import org.jspecify.annotations.NullMarked;
