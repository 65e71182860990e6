/// Finding products, alike in the relay and in the client: the same words find the same products in
/// the same order, whether they are asked of the relay or of what is kept on a machine. Knows
/// products and nothing of where they come from.
///
/// Threads: everything is immutable once made, but for a [dev.windowshop.search.SearchResult],
/// which belongs to one search.
@NullMarked
package dev.windowshop.search;

import org.jspecify.annotations.NullMarked;
