/// The live side: sockets and their principals, commands in, events out, presence.
///
/// Sits between the protocol layer, which knows nothing of shops and chats, and the features.
@NullMarked
package dev.windowshop.relay.realtime;

import org.jspecify.annotations.NullMarked;
