/// Conversations: what is kept of them on this machine, how it is brought up to date, what waits to
/// be sent, and the views of it all.
///
/// Threads: [ChatService] is safe on any thread and never blocks its caller; what comes from the
/// relay is applied by one `chat` thread, what waits is sent by one `outbox` thread; views and view
/// models live on the FX thread.
@NullMarked
package dev.windowshop.client.chat;

import org.jspecify.annotations.NullMarked;
