/// The recommender's engine: what to show whom, and honestly why.
///
/// It knows no database, no HTTP and no shop: events and items come in as records, ids are strings,
/// answers are ids with scores and reasons. A built model is an immutable `Snapshot`; what happened
/// since is a small `Live` overlay behind a read-write lock that no I/O is ever done under. Queries
/// run on their caller's thread, rebuilds on a few platform threads of their own.
@NullMarked
package dev.windowshop.relay.recommend;

import org.jspecify.annotations.NullMarked;
