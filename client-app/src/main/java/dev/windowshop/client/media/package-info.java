/// What a call needs of media: commands in, events out, pictures as frame files. This package is
/// the contract alone; `engine` does the work on one thread, `process` runs it in a child JVM (and
/// brings it back when it dies), `child` is that JVM's main class, `frames` is the shared memory.
///
/// Nothing here knows JavaFX, the relay or what a call is for.
@NullMarked
package dev.windowshop.client.media;

import org.jspecify.annotations.NullMarked;
