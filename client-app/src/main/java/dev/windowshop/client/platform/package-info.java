/// What the rest of the client stands on: observable values, executors, the profile's folders,
/// settings. Nothing here knows of shops, chats or windows.
///
/// Threads: everything is safe to use from any thread; observers run on the thread that set the
/// value.
@NullMarked
package dev.windowshop.client.platform;

import org.jspecify.annotations.NullMarked;
