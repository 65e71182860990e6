/// How often somebody may do something: one table of named limits, their buckets, and whose address
/// a request came from. Knows no feature; any thread, nothing here blocks.
@NullMarked
package dev.windowshop.relay.limit;

import org.jspecify.annotations.NullMarked;
