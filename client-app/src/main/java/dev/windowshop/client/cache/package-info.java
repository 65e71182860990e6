/// The client's own SQLite database: what the screen reads and what waits to be sent.
///
/// Threads: one writer thread, and reader threads on connections of their own (SQLite is native
/// code, which would pin virtual threads). Callers wait for a read, so never on the FX thread.
@NullMarked
package dev.windowshop.client.cache;

import org.jspecify.annotations.NullMarked;
