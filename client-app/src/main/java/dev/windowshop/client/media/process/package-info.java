/// The engine in a child JVM, seen from the window's process: starting it, watching it, ending it
/// when it is not needed, and bringing it back when it dies.
///
/// One thread, `media-child`, owns all of that and calls the listeners; each child has a thread
/// that starts it and then reads from it. The store never waits for any of them.
@NullMarked
package dev.windowshop.client.media.process;

import org.jspecify.annotations.NullMarked;
