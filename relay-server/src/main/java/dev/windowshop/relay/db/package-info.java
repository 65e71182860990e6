/// The relay's database: one writer that commits in groups, readers on their own connections.
///
/// Work runs on this package's own platform threads (SQLite is native code and would pin the
/// carriers of virtual threads); callers, usually virtual threads, wait for it.
@NullMarked
package dev.windowshop.relay.db;

import org.jspecify.annotations.NullMarked;
