/// The relay's database: writers that commit in groups, readers on their own connections, and the
/// one seam (`Dialect`) behind which SQLite and PostgreSQL differ.
///
/// Work runs on this package's own platform threads (SQLite is native code and would pin the
/// carriers of virtual threads); callers, usually virtual threads, wait for it.
@NullMarked
package dev.windowshop.relay.db;

import org.jspecify.annotations.NullMarked;
